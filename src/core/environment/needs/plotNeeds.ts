import { INeed } from './need';

/** What figures, widgets, images and models need. Messages as the libraries write them. */
export const plotNeeds: readonly INeed[] = [
  {
    modules: ['plotly'],
    code: /\.show\s*\(/,
    distributions: ['nbformat'],
    evidence: 'ValueError: Mime type rendering requires nbformat>=4.2.0'
  },
  {
    modules: ['plotly'],
    code: /\.(?:write_image|to_image)\s*\(/,
    distributions: ['kaleido'],
    evidence: 'ValueError: Image export requires the kaleido package'
  },
  {
    modules: ['plotly'],
    code: /\bFigureWidget\s*\(/,
    distributions: ['anywidget', 'ipywidgets'],
    evidence: 'ImportError: Please install anywidget to use the FigureWidget class' // prettier-ignore
  },
  {
    modules: ['plotly.express', 'plotly'],
    code: /\btrendline\s*=/,
    distributions: ['statsmodels'],
    evidence: "ModuleNotFoundError: No module named 'statsmodels'"
  },
  {
    modules: ['seaborn'],
    code: /\b(?:lowess|robust|logistic)\s*=\s*True/,
    distributions: ['statsmodels'],
    evidence: 'RuntimeError: `lowess=True` requires statsmodels'
  },
  {
    modules: [],
    line: /^%matplotlib\s+(?:widget|ipympl)\b/,
    distributions: ['ipympl'],
    evidence: "ValueError: 'widget' is not a recognised GUI loop or backend name" // prettier-ignore
  },
  {
    modules: ['matplotlib', 'pylab'],
    code: /\busetex\s*=\s*True|\[\s*\u0001+\s*\]\s*=\s*True/,
    literal: /text\.usetex/,
    apt: ['cm-super', 'dvipng', 'texlive-latex-extra'],
    evidence: "RuntimeError: Failed to process string with tex because latex could not be found" // prettier-ignore
  },
  {
    modules: ['matplotlib', 'pylab'],
    code: /\busetex\s*=\s*True/,
    apt: ['cm-super', 'dvipng', 'texlive-latex-extra'],
    evidence: "RuntimeError: Failed to process string with tex because latex could not be found" // prettier-ignore
  },
  {
    modules: ['matplotlib'],
    code: /\bto_html5_video\s*\(|\bFFMpegWriter\b/,
    apt: ['ffmpeg'],
    evidence: 'MovieWriter ffmpeg unavailable'
  },
  {
    modules: ['matplotlib'],
    code: /\.save\s*\(/,
    literal: /\.(?:mp4|mkv|avi|mov)["']/i,
    apt: ['ffmpeg'],
    evidence: 'MovieWriter ffmpeg unavailable'
  },
  {
    modules: ['networkx'],
    code: /\bnx_agraph\b|\b(?:to|from)_agraph\s*\(/,
    distributions: ['pygraphviz'],
    apt: ['graphviz', 'libgraphviz-dev'],
    evidence: 'ImportError: requires pygraphviz'
  },
  {
    modules: ['networkx'],
    code: /\bnx_pydot\b|\b(?:to|from)_pydot\s*\(/,
    distributions: ['pydot'],
    apt: ['graphviz'],
    evidence: "ModuleNotFoundError: No module named 'pydot'"
  },
  {
    modules: ['tqdm.notebook', 'tqdm.auto', 'tqdm.autonotebook'],
    distributions: ['ipywidgets'],
    evidence: 'ImportError: IProgress not found. Please update jupyter and ipywidgets' // prettier-ignore
  },
  {
    modules: ['altair'],
    code: /\.save\s*\(/,
    literal: /\.(?:png|svg|pdf)["']/i,
    distributions: ['vl-convert-python'],
    evidence: "ValueError: Saving charts in 'png' format requires the vl-convert-python package" // prettier-ignore
  },
  {
    modules: ['skimage'],
    code: /\bdata\s*\.\s*\w+\s*\(/,
    distributions: ['pooch'],
    evidence: 'ModuleNotFoundError: The requested file is part of the scikit-image distribution, but requires the installation of an optional dependency, pooch' // prettier-ignore
  },
  {
    modules: ['scipy.datasets', 'scipy'],
    code: /\bdatasets\s*\.\s*(?:ascent|face|electrocardiogram)\s*\(/,
    distributions: ['pooch'],
    evidence: "ImportError: Missing optional dependency 'pooch' required for scipy.datasets module" // prettier-ignore
  },
  {
    modules: ['hvplot'],
    distributions: ['bokeh'],
    evidence: "ModuleNotFoundError: No module named 'bokeh'"
  },
  {
    modules: ['panel'],
    code: /\bextension\s*\(/,
    distributions: ['jupyter-bokeh', 'ipywidgets-bokeh'],
    evidence: 'panel: interactive output in notebooks needs jupyter_bokeh'
  },
  {
    modules: ['transformers'],
    code: /\bpipeline\s*\(|\bAuto\w+\b|\.from_pretrained\s*\(/,
    distributions: ['torch', 'tensorflow', 'jax'],
    evidence: 'None of PyTorch, TensorFlow >= 2.0, or Flax have been found'
  },
  {
    modules: ['keras'],
    distributions: ['tensorflow', 'torch', 'jax'],
    evidence: "ModuleNotFoundError: No module named 'tensorflow'"
  },
  {
    modules: ['spacy'],
    code: /\bspacy\s*\.\s*load\s*\(/,
    literal: /["']en_core_web_sm["']/,
    distributions: ['en-core-web-sm'],
    evidence: "OSError: [E050] Can't find model 'en_core_web_sm'"
  },
  {
    modules: ['sklearn'],
    code: /\bas_frame\s*=\s*True|\bset_output\s*\(|\bfetch_openml\s*\(/,
    distributions: ['pandas'],
    evidence: 'ImportError: as_frame=True requires pandas'
  },
  {
    modules: ['torch'],
    code: /\bSummaryWriter\s*\(/,
    distributions: ['tensorboard'],
    evidence: "ModuleNotFoundError: No module named 'tensorboard'"
  },
  {
    modules: ['bs4'],
    code: /\bBeautifulSoup\s*\(/,
    literal: /^["'](?:lxml|xml|lxml-xml)["']$/,
    distributions: ['lxml'],
    evidence: "FeatureNotFound: Couldn't find a tree builder with the features you requested: lxml" // prettier-ignore
  },
  {
    modules: ['bs4'],
    code: /\bBeautifulSoup\s*\(/,
    literal: /^["']html5lib["']$/,
    distributions: ['html5lib'],
    evidence: "FeatureNotFound: Couldn't find a tree builder with the features you requested: html5lib" // prettier-ignore
  }
];
