/** A project: its files by path. Notebooks are given as the sources of their code cells. */
export interface IProject {
  readonly notebook: string;
  readonly cells: readonly string[];
  readonly files: Readonly<Record<string, string>>;
  /** Its own packages that are installed from their folders, as `pip install -e` does. */
  readonly editable?: readonly string[];
  /** Names, without versions, that requirements.txt must have, no more and no fewer. */
  readonly requirements: readonly string[];
}

const measured = `day,depth,temperature
2024-01-01,1,4.5
2024-01-02,1,4.75
2024-01-03,2,3.25
2024-01-04,2,3.5
`;

export const projects: Readonly<Record<string, IProject>> = {
  'pandas and matplotlib': {
    notebook: 'lake.ipynb',
    files: { 'data/lake.csv': measured },
    cells: [
      `import pandas as pd
import matplotlib.pyplot as plt
%matplotlib inline`,
      `lake = pd.read_csv("data/lake.csv", parse_dates=["day"])
lake.groupby("depth")["temperature"].mean()`,
      `%%capture kept
import numpy.linalg
lake.to_excel("lake.xlsx", index=False)
print(pd.read_excel("lake.xlsx").shape)`,
      'kept.stdout',
      `figure, axes = plt.subplots()
axes.plot(lake["day"], lake["temperature"])
axes.set_title("Lake")
figure`
    ],
    requirements: ['matplotlib', 'numpy', 'openpyxl', 'pandas']
  },

  'scikit-learn': {
    notebook: 'models/classify.ipynb',
    files: {},
    cells: [
      `from sklearn.datasets import load_iris
from sklearn.model_selection import cross_val_score
from sklearn.tree import DecisionTreeClassifier`,
      `data = load_iris()
scores = cross_val_score(DecisionTreeClassifier(random_state=0), data.data, data.target)
[round(float(score), 4) for score in scores]`
    ],
    requirements: ['numpy', 'scikit-learn']
  },

  'a local package with sub-modules': {
    notebook: 'growth.ipynb',
    files: {
      'helpers/__init__.py': 'from .reading import series\n',
      'helpers/reading.py':
        'import json\n\nimport yaml\n\n\ndef series(text):\n    return yaml.safe_load(text)["values"]\n',
      'helpers/deep/__init__.py': '',
      'helpers/deep/fit.py':
        'import numpy as np\nfrom growthmodel.curves import logistic\n\n\ndef fit(values):\n    return [round(float(logistic(v)), 3) for v in np.sort(values)]\n',
      'packages/growthmodel/pyproject.toml':
        '[build-system]\nrequires = ["setuptools>=61"]\nbuild-backend = "setuptools.build_meta"\n\n[project]\nname = "growth-model"\nversion = "0.3"\ndependencies = []\n\n[tool.setuptools.packages.find]\nwhere = ["src"]\n',
      'packages/growthmodel/src/growthmodel/__init__.py': '',
      'packages/growthmodel/src/growthmodel/curves.py':
        'import math\n\n\ndef logistic(x):\n    return 1 / (1 + math.exp(-x))\n'
    },
    editable: ['packages/growthmodel'],
    cells: [
      'from helpers import series\nfrom helpers.deep.fit import fit',
      'print(fit(series("values: [2, 1, 3]")))'
    ],
    requirements: ['./packages/growthmodel', 'numpy', 'pyyaml']
  },

  'imports under other names': {
    notebook: 'page.ipynb',
    files: { 'page.html': '<h1>Title</h1><p class="x">Some <b>text</b></p>' },
    cells: [
      `import yaml
from bs4 import BeautifulSoup
from PIL import Image
import cv2`,
      `soup = BeautifulSoup(open("page.html").read(), "html.parser")
print(soup.h1.text, soup.select_one("p.x").text)
print(yaml.safe_dump({"b": [1, 2]}))`,
      `image = Image.new("L", (8, 8), 200)
import numpy
blurred = cv2.GaussianBlur(numpy.asarray(image), (3, 3), 0)
int(blurred.sum()), blurred.shape`
    ],
    requirements: [
      'beautifulsoup4',
      'numpy',
      'opencv-python-headless',
      'pillow',
      'pyyaml'
    ]
  }
};

/** What the user of all these has installed, and more than one project needs. */
export const installed: readonly string[] = [
  'beautifulsoup4',
  'humanize',
  'ipykernel',
  'matplotlib',
  'nbclient',
  'opencv-python-headless',
  'openpyxl',
  'pandas',
  'pillow',
  'pyyaml',
  'scikit-learn',
  'setuptools'
];
