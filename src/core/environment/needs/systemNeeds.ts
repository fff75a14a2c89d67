import { INeed } from './need';

/**
 * Programs and libraries of the system. Names are those of Ubuntu 24.04, which
 * is under Binder's images. Git, wget, curl, unzip, make and gcc are there.
 */
export const systemNeeds: readonly INeed[] = [
  {
    modules: ['cairosvg', 'cairocffi', 'manim'],
    apt: ['libcairo2'],
    evidence: "OSError: no library called 'cairo-2' was found"
  },
  {
    modules: ['cairo'],
    apt: ['libcairo2-dev', 'pkg-config'],
    evidence: 'pycairo is built from source, which needs cairo’s headers'
  },
  {
    modules: ['weasyprint'],
    apt: ['libpango-1.0-0', 'libpangoft2-1.0-0'],
    evidence: "OSError: cannot load library 'libpango-1.0-0'"
  },
  {
    modules: ['pdf2image'],
    apt: ['poppler-utils'],
    evidence: 'PDFInfoNotInstalledError: Is poppler installed and in PATH?'
  },
  {
    modules: ['pytesseract'],
    apt: ['tesseract-ocr'],
    evidence: 'TesseractNotFoundError: tesseract is not installed'
  },
  {
    modules: ['graphviz', 'pydot'],
    apt: ['graphviz'],
    evidence: "ExecutableNotFound: failed to execute 'dot'"
  },
  {
    modules: ['pygraphviz'],
    apt: ['graphviz', 'libgraphviz-dev'],
    evidence: 'pygraphviz is built from source, which needs graphviz’s headers'
  },
  {
    modules: ['pydub', 'yt_dlp'],
    apt: ['ffmpeg'],
    evidence: "FileNotFoundError: No such file or directory: 'ffprobe'"
  },
  {
    modules: ['librosa'],
    code: /\bload\s*\(/,
    literal: /\.(?:mp3|m4a|aac)["']/i,
    apt: ['ffmpeg'],
    evidence: 'audioread.exceptions.NoBackendError'
  },
  {
    modules: ['pyvista', 'vtk', 'mayavi'],
    apt: ['libgl1', 'libxrender1', 'xvfb'],
    evidence: 'ImportError: libGL.so.1: cannot open shared object file'
  },
  {
    modules: ['mpi4py'],
    apt: ['libopenmpi-dev', 'openmpi-bin'],
    evidence: 'RuntimeError: cannot load MPI library'
  },
  {
    modules: ['cfgrib'],
    apt: ['libeccodes0'],
    evidence: 'RuntimeError: Cannot find the ecCodes library'
  },
  {
    modules: ['pyspark', 'tabula'],
    apt: ['default-jre-headless'],
    evidence: 'JAVA_GATEWAY_EXITED: Java gateway process exited'
  },
  {
    modules: [],
    line: /^!+\s*java\b/,
    apt: ['default-jre-headless'],
    evidence: 'java: command not found'
  },
  {
    modules: [],
    line: /^!+\s*(?:dot|neato|circo|twopi)\s/,
    apt: ['graphviz'],
    evidence: 'dot: command not found'
  },
  {
    modules: [],
    line: /^!+\s*(?:ffmpeg|ffprobe)\s/,
    apt: ['ffmpeg'],
    evidence: 'ffmpeg: command not found'
  },
  {
    modules: [],
    line: /^!+\s*(?:pdflatex|latex|xelatex|lualatex|latexmk)\b/,
    apt: ['texlive-latex-extra', 'cm-super'],
    evidence: 'pdflatex: command not found'
  },
  {
    modules: [],
    line: /^!+\s*(?:convert|magick|montage)\s/,
    apt: ['imagemagick'],
    evidence: 'convert: command not found'
  },
  {
    modules: [],
    line: /^!+\s*pdftotext\s/,
    apt: ['poppler-utils'],
    evidence: 'pdftotext: command not found'
  },
  {
    modules: [],
    line: /^!+\s*tree\b/,
    apt: ['tree'],
    evidence: 'tree: command not found'
  },
  {
    modules: ['sounddevice'],
    apt: ['libportaudio2'],
    impossible: 'sound',
    evidence: 'OSError: PortAudio library not found'
  },
  {
    modules: ['turtle', 'tkinter', 'pygame', 'pyautogui'],
    impossible: 'screen',
    evidence: 'TclError: no display name and no $DISPLAY environment variable'
  }
];
