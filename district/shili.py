"""The sixteen areas of 示例区 and what is fixed in them; the whole district is invented."""

from district.area_plans import COUNTY, SUBDISTRICT, TOWNSHIP, Cut, Fixed, Plan

PEOPLE_WHO_LIVE_ELSEWHERE = "公司的职工在各自住的社区、村登记，也在那里投票。"

DONGGUAN = Plan(
    *("dongguan", "东关街道", SUBDISTRICT, 62_000, 33, (1, 16)),
    fixed=(
        Fixed("文庙社区", "社区", at=0.0),
        Fixed("钟楼社区", "社区", at=0.5),
        Fixed("示例区第一中学", "单位"),
        Fixed("示例区建筑公司", "单位", elsewhere=PEOPLE_WHO_LIVE_ELSEWHERE),
    ),
    seats={(COUNTY, 8): 2},
    field_size={(COUNTY, 8): (6, 4)},
)
XIGUAN = Plan(
    *("xiguan", "西关街道", SUBDISTRICT, 54_000, 29, (17, 30)),
    fixed=(Fixed("西门社区", "社区"), Fixed("示例区人民医院", "单位")),
    seats={(COUNTY, 20): 3},
    field_size={(COUNTY, 20): (5, 5)},
)
NANHU = Plan(
    *("nanhu", "南湖街道", SUBDISTRICT, 47_000, 25, (31, 42)),
    fixed=(Fixed("湖滨社区", "社区", at=0.35),),
    cuts=(Cut(COUNTY, 34, "湖滨社区"),),
    seats={(COUNTY, 35): 2},
    field_size={(COUNTY, 35): (4, 4)},
)
BEITA = Plan("beita", "北塔街道", SUBDISTRICT, 41_000, 22, (43, 53), fixed=(Fixed("塔寺社区", "社区"),))
YUNLING = Plan("yunling", "云岭镇", "镇", 27_600, 14, (54, 61), 28, (Fixed("云岭村"),))
QINGSHI = Plan("qingshi", "青石镇", "镇", 24_300, 13, (62, 68), 27, (Fixed("青石村"),))
LIUHE = Plan("liuhe", "柳河镇", "镇", 22_800, 12, (69, 74), 27, (Fixed("柳河村"),))
BAIYANG = Plan(
    *("baiyang", "白杨镇", "镇", 21_000, 11, (75, 80), 26),
    fixed=(Fixed("上河村", at=0.5, groups=3, size=0.9),),
    cuts=(Cut(COUNTY, 77, "上河村", groups=2),),
    seats={(COUNTY, 77): 2, (COUNTY, 78): 2},
    field_size={(COUNTY, 78): (3, 3)},
)
SHIQIAO = Plan(
    *("shiqiao", "石桥镇", "镇", 19_800, 10, (81, 85), 26, (Fixed("桥头村", at=0.25),)),
    cuts=(Cut(TOWNSHIP, 6, "桥头村"),),
    seats={(TOWNSHIP, 7): 2},
    field_size={(TOWNSHIP, 7): (3, 3)},
)
ZAOLIN = Plan("zaolin", "枣林镇", "镇", 18_900, 10, (86, 90), 25, (Fixed("枣园村"),))
SHUANGQUAN = Plan(
    *("shuangquan", "双泉镇", "镇", 17_700, 9, (91, 95), 25),
    fixed=(Fixed("泉头村", at=1.0, size=1.3),),
    cuts=(Cut(COUNTY, 94, "泉头村"),),
    seats={(COUNTY, 95): 1},
    joined=("shaping", "沙沟村"),
)
SHAPING = Plan("shaping", "沙坪镇", "镇", 16_500, 9, (96, 100), 25, (Fixed("沙沟村", at=1.0, size=0.8),))
CHANGCHUAN = Plan(
    *("changchuan", "长川镇", "镇", 15_600, 8, (101, 104), 24, (Fixed("长川村"),)),
    voter_list="2026-10-28",
)
SONGPO = Plan(
    *("songpo", "松坡乡", "乡", 12_000, 6, (105, 107), 24),
    fixed=(Fixed("后坡村", at=0.66, size=1.4), Fixed("石磨村", at=0.66, size=1.3), Fixed("岭上村", at=0.66)),
    cuts=(
        Cut(COUNTY, 106, "岭上村"),
        Cut(TOWNSHIP, 14, "后坡村"),
        Cut(TOWNSHIP, 15, "石磨村"),
        Cut(TOWNSHIP, 16, "岭上村"),
    ),
    seats={
        **{(COUNTY, number): 2 for number in (105, 106, 107)},
        **{(TOWNSHIP, number): 3 for number in (15, 16)},
    },
)
LIYUAN = Plan(
    *("liyuan", "梨园乡", "乡", 10_800, 6, (108, 110), 23, (Fixed("梨树湾村", at=0.06, alone=False),)),
    seats={(COUNTY, 109): 2},
    field_size={(COUNTY, 109): (3, 3)},
)
HEISHUI = Plan(
    *("heishui", "黑水乡", "乡", 9_000, 5, (111, 113), 23),
    fixed=(Fixed("草场村", at=1.0), Fixed("北滩村", at=1.0)),
    seats={(TOWNSHIP, 12): 3},
    field_size={(TOWNSHIP, 12): (5, 5)},
)
AREAS = (
    *(DONGGUAN, XIGUAN, NANHU, BEITA),
    *(YUNLING, QINGSHI, LIUHE, BAIYANG, SHIQIAO, ZAOLIN, SHUANGQUAN, SHAPING),
    *(CHANGCHUAN, SONGPO, LIYUAN, HEISHUI),
)
