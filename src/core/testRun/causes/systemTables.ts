/** Libraries and programs of the system, and the packages of Ubuntu 24.04 (Binder's system) that bring them. */

/* By the beginning of their names, without `lib`. */
const libraries: Readonly<Record<string, string>> = {
  GL: 'libgl1',
  EGL: 'libegl1',
  GLU: 'libglu1-mesa',
  OpenGL: 'libopengl0',
  SM: 'libsm6',
  X11: 'libx11-6',
  Xext: 'libxext6',
  Xrender: 'libxrender1',
  cairo: 'libcairo2',
  'cairo-2': 'libcairo2',
  eccodes: 'libeccodes0',
  geos_c: 'libgeos-c1t64',
  'glib-2.0': 'libglib2.0-0t64',
  'gobject-2.0': 'libglib2.0-0t64',
  gomp: 'libgomp1',
  'gthread-2.0': 'libglib2.0-0t64',
  magic: 'libmagic1t64',
  mpi: 'libopenmpi-dev',
  odbc: 'libodbc2',
  'pango-1.0': 'libpango-1.0-0',
  'pango-1.0-0': 'libpango-1.0-0',
  'pangoft2-1.0': 'libpangoft2-1.0-0',
  'pangoft2-1.0-0': 'libpangoft2-1.0-0',
  portaudio: 'libportaudio2',
  sndfile: 'libsndfile1',
  spatialindex_c: 'libspatialindex-c6',
  xcb: 'libxcb1',
  zbar: 'libzbar0t64'
};

/** The package that brings a library, named `libGL.so.1` or `cairo-2`; null = not known. */
export function packageOfLibrary(name: string): string | null {
  const stem = /^(?:lib)?([\w.+-]+?)(?:\.so[.\d]*)?$/.exec(name)?.[1] ?? '';
  return Object.hasOwn(libraries, stem) ? libraries[stem] : null;
}

/** Whether a library belongs to a graphics card, which Binder does not have. */
export function isOfGraphicsCard(name: string): boolean {
  return /^lib(?:cuda|cudart|cublas|cudnn|cufft|curand|cusolver|cusparse|nccl|nvrtc|nvidia|OpenCL|amdhip|hip)/.test(name); // prettier-ignore
}

const graphviz = ['dot', 'neato', 'circo', 'twopi', 'fdp', 'sfdp'];
const latex = ['latex', 'pdflatex', 'xelatex', 'lualatex', 'latexmk', 'dvipng', 'dvisvgm']; // prettier-ignore
const poppler = ['pdftoppm', 'pdftocairo', 'pdfinfo', 'pdftotext'];

const programs: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(graphviz.map(name => [name, ['graphviz']])),
  ...Object.fromEntries(latex.map(name => [name, ['texlive-latex-extra', 'cm-super', 'dvipng']])), // prettier-ignore
  ...Object.fromEntries(poppler.map(name => [name, ['poppler-utils']])),
  convert: ['imagemagick'],
  exiftool: ['libimage-exiftool-perl'],
  ffmpeg: ['ffmpeg'],
  ffprobe: ['ffmpeg'],
  gdalinfo: ['gdal-bin'],
  gnuplot: ['gnuplot-nox'],
  gs: ['ghostscript'],
  inkscape: ['inkscape'],
  java: ['default-jre-headless'],
  jq: ['jq'],
  magick: ['imagemagick'],
  minimap2: ['minimap2'],
  montage: ['imagemagick'],
  muscle: ['muscle'],
  pandoc: ['pandoc'],
  parallel: ['parallel'],
  samtools: ['samtools'],
  bcftools: ['bcftools'],
  bedtools: ['bedtools'],
  blastn: ['ncbi-blast+'],
  blastp: ['ncbi-blast+'],
  bwa: ['bwa'],
  sox: ['sox'],
  tesseract: ['tesseract-ocr'],
  tree: ['tree'],
  wkhtmltopdf: ['wkhtmltopdf'],
  xvfb: ['xvfb'],
  Xvfb: ['xvfb']
};

/** The packages that bring a program; none = not known. */
export function packagesOfProgram(name: string): readonly string[] {
  return Object.hasOwn(programs, name) ? programs[name] : [];
}

/* In Binder's image anyway. Source: repo2docker's base, buildpack-deps. */
const there = new Set('bash curl file g++ gcc git gzip less make mercurial hg patch perl python python3 sh svn tar unzip wget xz'.split(' ')); // prettier-ignore

/** Whether Binder has a program by itself. */
export function isOnBinder(program: string): boolean {
  return there.has(program);
}
