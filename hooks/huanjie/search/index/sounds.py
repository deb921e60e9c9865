"""How the characters of daily use sound, in a few hundred bytes: for pinyin, and for what was typed by its sound.

The reader's script has this table from the manifest, and takes the characters from the browser's own table of GB 2312.
"""

from huanjie.chinese import daily

INITIALS = ",b,c,ch,d,f,g,h,j,k,l,m,n,p,q,r,s,sh,t,w,x,y,z,zh"
FINALS = "a,ai,an,ang,ao,e,ei,en,eng,er,i,ia,ian,iang,iao,ie,in,ing,iong,iu,o,ong,ou,u,v,ua,uai,uan,uang,ue,ve,ui,un,uo"
NONE = 35  # the code of the sign for none, so that none is a quotation mark or a backslash


def table() -> dict[str, str | int]:
    """The table, as the manifest has it."""
    return {"initials": INITIALS, "finals": FINALS, "none": NONE, "counts": counts()}


def counts() -> str:
    """How many characters sound like each syllable, in the order of GB 2312, a sign each."""
    syllables = (initial + final for initial in INITIALS.split(",") for final in FINALS.split(","))
    ordered = sorted(syllables, key=lambda initial: initial.replace("v", "u"))
    return "".join(chr(NONE + len(daily().get(syllable, ""))) for syllable in ordered)
