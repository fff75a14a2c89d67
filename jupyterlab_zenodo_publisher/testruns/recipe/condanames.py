"""How conda's packages are called on PyPI, and which are not there."""

from __future__ import annotations

import re

#: Those with another name. Source: the packages' own recipes on conda-forge.
_NAMES = {
    "astropy-base": "astropy",
    "bokeh-base": "bokeh",
    "cufflinks-py": "cufflinks",
    "dask-core": "dask",
    "matplotlib-base": "matplotlib",
    "msgpack-python": "msgpack",
    "opencv": "opencv-python-headless",
    "py-opencv": "opencv-python-headless",
    "py-xgboost": "xgboost",
    "pyqt": "PyQt5",
    "pytables": "tables",
    "python-blosc": "blosc",
    "python-duckdb": "duckdb",
    "python-flatbuffers": "flatbuffers",
    "python-graphviz": "graphviz",
    "python-kaleido": "kaleido",
    "python-levenshtein": "Levenshtein",
    "python-lmdb": "lmdb",
    "python-snappy": "python-snappy",
    "python-xxhash": "xxhash",
    "python-zstd": "zstd",
    "pytorch": "torch",
    "pytorch-cpu": "torch",
    "pytorch-gpu": "torch",
    "seaborn-base": "seaborn",
    "tensorflow-base": "tensorflow",
    "torchaudio-cpu": "torchaudio",
    "torchvision-cpu": "torchvision",
    "umap-learn": "umap-learn",
    "xarray-base": "xarray",
}

#: Programs and libraries, and compilers; what PyPI has under these names is something else.
_PROGRAMS = """
    abinit armadillo arpack autoconf automake bash bedtools binutils blas blast boost boost-cpp
    bowtie bowtie2 bwa bzip2 c-compiler ca-certificates cairo clang clangxx cmake compilers cuda
    cuda-toolkit cudatoolkit cudnn curl cxx-compiler doxygen eigen expat fastqc ffmpeg fftw
    fontconfig fonts-conda-forge fortran-compiler freetype gcc gdal-bin geos gfortran git gmp
    gmt gnuplot go graphicsmagick graphviz grep gsl gxx hdf4 hdf5 hmmer icu imagemagick inkscape
    jags jpeg julia kokkos krb5 lame lapack latexmk llvm llvmdev lz4-c m4 make mafft mamba maven
    metis micromamba mkl mpi mpich mpfr muscle ncdump ncl nco netcdf4-c ninja-base nodejs octave
    openblas openjdk openmm-c openmpi openssl orca pandoc pango parallel perl phantomjs pkg-
    config poppler postgresql proj proj-data qt qt-main quarto r-base readline rust samtools
    scalapack sed sox sqlite suitesparse swig tar tectonic texlive texlive-core tk tktable
    udunits2 unzip vcftools vtk-base wget xz yarn zeromq zip zlib zstd-c nomkl conda mamba-libs
    python_abi
"""
_LEFT_OUT = frozenset(_PROGRAMS.split())

_PATTERNS = re.compile(
    r"r-.+|bioconductor-.+|perl-.+|lib.+|_.+|.+_(?:linux|osx|win)-.+|ld_impl.*|xorg-.+|font-.+"
    r"|gcc_.+|gxx_.+|vs\d+.*|msys2-.+|m2w64-.+|.+-devel|cuda-.+|gst-.+"
)

#: These begin with `lib` and are on PyPI.
_PYTHON_LIBS = frozenset({"librosa", "libpysal", "libtmux", "libcst", "libclang", "libarchive-c"})


def pip_name(name: str) -> str:
    """The name on PyPI of a package of conda's."""
    return _NAMES.get(name, name)


def is_left_out(name: str) -> bool:
    """Whether pip cannot install it: a program, a library, a package of another language."""
    if name in _PYTHON_LIBS:
        return False
    return name in _LEFT_OUT or _PATTERNS.fullmatch(name) is not None
