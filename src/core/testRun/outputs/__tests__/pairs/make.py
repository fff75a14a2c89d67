"""Makes the pairs of outputs in this folder by running every cell twice.

The second run has another kernel, folder, home, folder for temporary files and
seed of hashes, and in `different` pairs another code. See README.md.
"""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import nbformat
from nbclient import NotebookClient

# name, verdict, reasons, code of the first run, code of the second (None = the same)
CASES = []


def case(name, verdict, reasons, code, again=None):
    CASES.append((name, verdict, reasons, code, again))


# The same
case("plain-numbers", "same", [], "for i in range(3):\n    print(i, i / 3)")
case("seeded-random", "same", [], "import numpy as np\nnp.random.default_rng(7).normal(size=5)")
case("chunked-stream", "same", [],
     "import sys\nprint('a', end='')\nsys.stdout.flush()\nprint('b')",
     "import sys, time\nprint('a', end='')\nsys.stdout.flush()\ntime.sleep(0.3)\nprint('b')")
case("frame", "same", [], "import pandas as pd\npd.DataFrame({'a': [1, 2], 'b': [0.5, 1.5]})")
case("picture-same", "same", [],
     "import matplotlib.pyplot as plt\nplt.figure(figsize=(2, 1.5), dpi=40)\nplt.plot([1, 3, 2]);")

# Alike: times
case("time-magic", "alike", ["time"], "%%time\nsum(i * i for i in range(200000))")
case("timeit-magic", "alike", ["time"], "%timeit -n 50 -r 3 sum(range(1000))")
case("now", "alike", ["time"], "from datetime import datetime\nprint('Run at', datetime.now())\ndatetime.now()")
case("asctime", "alike", ["time"], "import time\nprint(time.asctime(), time.time())\ntime.sleep(1.1)")
case("clock-of-logging", "alike", ["time"],
     "import logging, sys, time\nlog = logging.getLogger('a')\nlog.addHandler(logging.StreamHandler(sys.stdout))\n"
     "log.handlers[0].setFormatter(logging.Formatter('%(asctime)s %(levelname)s %(message)s'))\n"
     "log.warning('Model is fitted')")
case("took", "alike", ["time"],
     "import time\nbegin = time.perf_counter()\nx = sum(range(100000))\n"
     "print(f'{x} summed in {time.perf_counter() - begin:.5f} s')\n"
     "print(f'Elapsed: {time.perf_counter() - begin:.6f} seconds')")
case("statsmodels-head", "alike", ["time"],
     "import time\nprint(time.strftime('Date:  %a, %d %b %Y   Prob (F):  1.3e-20'))\n"
     "print(time.strftime('Time:        %H:%M:%S   Log-Likelihood:  -12.3'))\ntime.sleep(1.1)")
case("progress", "alike", ["progress"],
     "from tqdm import tqdm\nimport time\nfor i in tqdm(range(5)):\n    time.sleep(0.05)",
     "from tqdm import tqdm\nimport time\nfor i in tqdm(range(5)):\n    time.sleep(0.12)")
case("progress-widget", "alike", ["widget"],
     "from tqdm.notebook import tqdm as bars\nimport time\nfor i in bars(range(3), desc='fit'):\n    time.sleep(0.02)")
case("carriage-returns", "alike", ["progress"],
     "import sys\nfor i in (1, 50, 100):\n    sys.stdout.write(f'\\r{i} %')\nprint(' done')",
     "import sys\nfor i in (1, 20, 50, 70, 100):\n    sys.stdout.write(f'\\r{i} %')\nprint(' done')")

# Alike: addresses, ids, paths
case("address", "alike", ["address"], "class Model: pass\nprint(Model())\nprint([Model])\nobject()")
case("function-address", "alike", ["address"], "f = lambda x: x\nprint(f, map(f, []))")
case("styler", "alike", ["id"],
     "import pandas as pd\npd.DataFrame({'a': [1, 2], 'b': [3.5, 4.5]}).style.highlight_max(color='yellow')")
case("uuid", "alike", ["id"], "import uuid\nprint('run', uuid.uuid4())")
case("plotly", "alike", ["id"],
     "import plotly.graph_objects as go, plotly.io as pio, uuid\npio.renderers.default = 'plotly_mimetype'\n"
     "go.Figure(go.Bar(x=['a', 'b'], y=[1, 2], uid=str(uuid.uuid4())), layout=dict(template='none'))")
case("plotly-html", "alike", ["id"],

     "HTML(go.Figure(go.Bar(x=['a', 'b'], y=[1, 2]), layout=dict(template='none')).to_html(include_plotlyjs=False, full_html=False))")
case("widget", "alike", ["widget"], "import ipywidgets\nipywidgets.IntSlider(value=5)")
case("temporary-file", "alike", ["path"],
     "import tempfile\nfile = tempfile.NamedTemporaryFile(suffix='.csv')\nprint('written to', file.name)")
case("home", "alike", ["path"],
     "import os, pathlib\nprint(pathlib.Path.home() / 'data' / 'in.csv')\nprint('in', os.getcwd())")
case("warning-of-cell", "alike", ["path"],
     "import warnings\nwarnings.warn('The units are guessed')\nprint('done')")
case("warning-of-package", "alike", ["path"],
     "import numpy as np\nnp.mean([])")

# Alike: order, rounding
case("set-of-words", "alike", ["order"],
     "words = {'rain', 'snow', 'hail', 'fog', 'dew', 'rime'}\nprint('kinds:', words)\nwords")
case("lines-of-set", "alike", ["order"], "for word in {'rain', 'snow', 'hail', 'fog', 'dew', 'rime', 'mist'}:\n    print('found', word)")
case("last-digits", "alike", ["rounding"],
     "print(sum([0.1] * 10), 0.1 + 0.2)", "print(1.0000000000000002, 0.3)")
case("last-digits-of-array", "alike", ["rounding"],
     "np.set_printoptions(precision=17)\na = np.array([0.1, 0.2, 0.7])\na.cumsum()",
     "np.array([0.1, 0.1 + 0.2 - 1e-16, 1 - 2e-16])")

# Alike: pictures
PLOT = "fig, ax = plt.subplots(figsize=(2, 1.5), dpi=40)\nax.plot([1, 3, 2])\n"
case("picture-bytes", "alike", ["picture-bytes"],
     PLOT +
     "out = io.BytesIO()\nfig.savefig(out, format='png', metadata={'Software': 'one'})\nplt.close()\nImage(out.getvalue())",
     PLOT + "from PIL import Image as Picture\nraw, out = io.BytesIO(), io.BytesIO()\nfig.savefig(raw, format='png')\n"
     "Picture.open(raw).convert('RGB').save(out, format='png', optimize=True)\nplt.close()\nImage(out.getvalue())")
case("picture-antialiased", "alike", ["antialiasing"],
     PLOT + "plt.show()",
     "fig, ax = plt.subplots(figsize=(2, 1.5), dpi=40)\nax.plot([1, 3.0002, 2])\nax.set_ylim(0.9, 3.1)\nplt.show()")
case("svg", "alike", ["id", "time"],
     "import time\n"
     "fig, ax = plt.subplots(figsize=(2, 1.5))\nax.plot([1, 3, 2])\n"
     "time.sleep(1.1)\nout = io.StringIO()\nfig.savefig(out, format='svg')\nplt.close()\nSVG(out.getvalue())")

# Alike: errors that are meant
case("meant-error", "alike", ["traceback"],
     "import json, sys, os\nsys.path.insert(0, os.getcwd())\nopen('helper.py', 'w').write('def fail():\\n    raise ValueError(3)\\n')\n"
     "import helper\nhelper.fail()")

# Different
case("changed-mean", "different", ["number"], "print('mean', 3.1415)", "print('mean', 3.1416)")
case("changed-frame", "different", ["number"],
     "pd.DataFrame({'mean': [1.25, 2.5]})", "pd.DataFrame({'mean': [1.25, 2.75]})")
case("changed-array", "different", ["number"], "np.arange(4) / 3", "np.arange(4) / 3 + 1e-6")
case("changed-integer", "different", ["number"], "12345678901234", "12345678901235")
case("changed-date-of-data", "different", ["number"],
     "pd.Series([1, 2], index=pd.date_range('2019-03-01', periods=2, freq='h'))",
     "pd.Series([1, 2], index=pd.date_range('2019-03-02', periods=2, freq='h'))")
case("changed-half-life", "different", ["number"], "print('half-life: 5.31 s')", "print('half-life: 5.42 s')")
case("changed-picture", "different", ["picture"], PLOT + "plt.show()",
     "fig, ax = plt.subplots(figsize=(2, 1.5), dpi=40)\nax.plot([1, 2.9, 2])\nax.set_ylim(0.9, 3.1)\nplt.show()")
case("changed-cell-of-heat-map", "different", ["picture"],
     "grid = np.zeros((20, 20))\ngrid[0, 0] = 1\nplt.figure(figsize=(2, 1.5), dpi=40)\nplt.imshow(grid)\nplt.axis('off');",
     "grid = np.zeros((20, 20))\ngrid[0, 0] = 1\ngrid[9, 9] = 0.06\nplt.figure(figsize=(2, 1.5), dpi=40)\nplt.imshow(grid)\nplt.axis('off');")
case("changed-size-of-picture", "different", ["picture-size"], PLOT + "plt.show()", PLOT.replace("1.5", "1.6") + "plt.show()")
case("changed-svg", "different", ["picture"],
     "fig, ax = plt.subplots(figsize=(2, 1.5))\nax.plot([1, 3, 2])\nout = io.StringIO()\nfig.savefig(out, format='svg')\nplt.close()\nSVG(out.getvalue())",
     "fig, ax = plt.subplots(figsize=(2, 1.5))\nax.plot([1, 2.9, 2])\nout = io.StringIO()\nfig.savefig(out, format='svg')\nplt.close()\nSVG(out.getvalue())")
case("changed-plotly", "different", ["data"],
     "go.Figure(go.Bar(x=['a', 'b'], y=[1, 2]), layout=dict(template='none'))",
     "go.Figure(go.Bar(x=['a', 'b'], y=[1, 2.1]), layout=dict(template='none'))")
case("changed-styler", "different", ["number"],
     "pd.DataFrame({'a': [1, 2]}).style.format('{:.2f}')", "pd.DataFrame({'a': [1, 3]}).style.format('{:.2f}')")
case("changed-set", "different", ["text"], "{'rain', 'snow'}", "{'rain', 'hail'}")
case("changed-ranking", "different", ["text"], "print(['rain', 'snow'])", "print(['snow', 'rain'])")
case("swapped-numbers", "different", ["number"], "print(1.5)\nprint(2.5)", "print(2.5)\nprint(1.5)")
case("changed-slider", "different", ["number"], "ipywidgets.IntSlider(value=5)", "ipywidgets.IntSlider(value=6)")
case("changed-line", "different", ["text"], "print('converged')", "print('did not converge')")
case("output-missing", "different", ["missing"], "print('a')\n5", "print('a')")
case("output-more", "different", ["extra"], "print('a')", "print('a')\n5")
case("warning-more", "different", ["extra"], "print('a')",
     "import sys\nprint('a')\nprint('RuntimeWarning: overflow', file=sys.stderr)")
case("new-error", "different", ["error"], "print('a')", "1 / 0")
case("other-error", "different", ["error"], "{}['a']", "{}['b']")
case("other-temporary-name", "different", ["text"], "print('/home/anna/thesis/rain.csv')", "print('/home/anna/thesis/snow.csv')")
case("unseeded-random", "different", ["number"], "np.random.default_rng().normal()")


# Names that every cell may use.
FIRST = "import io, warnings\nfrom IPython.display import HTML, SVG, Image\nimport matplotlib.pyplot as plt, numpy as np, pandas as pd\n"


def run(which, folder):
    """Run all cells in this process' environment, and write them down."""
    codes = [again if which == "second" and again else code for *_, code, again in CASES]
    notebook = nbformat.v4.new_notebook()
    notebook.cells = [nbformat.v4.new_code_cell(code) for code in [FIRST, *codes]]
    for name in ("home", "temporary", "bundle"):
        (folder / name).mkdir()
    environment = {**os.environ, "HOME": str(folder / "home"), "TMPDIR": str(folder / "temporary")}
    environment.pop("PYTHONHASHSEED", None)
    NotebookClient(
        notebook, timeout=120, kernel_name="python3", allow_errors=True,
        resources={"metadata": {"path": str(folder / "bundle")}},
    ).execute(env=environment)
    (folder / "cells.json").write_text(json.dumps(notebook.cells[1:]))


def run_apart(which):
    """Run them with another name of the environment, as packages are elsewhere on a reader's machine."""
    folder = pathlib.Path(tempfile.mkdtemp(prefix=which))
    try:
        (folder / "env").symlink_to(sys.prefix)
        subprocess.run([folder / "env/bin/python", __file__, which, folder], check=True)
        return json.loads((folder / "cells.json").read_text())
    finally:
        shutil.rmtree(folder)


def main():
    if len(sys.argv) == 3:
        run(sys.argv[1], pathlib.Path(sys.argv[2]))
        return
    here = pathlib.Path(__file__).parent
    stored = run_apart("first")
    rerun = run_apart("second")
    for old in here.glob("*.json"):
        old.unlink()
    for (name, verdict, reasons, code, _), before, after in zip(CASES, stored, rerun):
        if not before["outputs"] and not after["outputs"]:
            sys.exit(f"{name} has no outputs")
        pair = {
            "verdict": verdict,
            "reasons": reasons,
            "ran": after["metadata"]["execution"]["iopub.execute_input"],
            "source": code,
            "stored": before["outputs"],
            "rerun": after["outputs"],
        }
        (here / f"{name}.json").write_text(json.dumps(pair, indent=1, ensure_ascii=False) + "\n")


main()
