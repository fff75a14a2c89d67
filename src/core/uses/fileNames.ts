import { nameOf } from '../paths';
/** What can be told of a file by its name as code writes it. */

/** What a used file is for. */
export type UseKind = 'data' | 'module' | 'image' | 'script';

const IMAGES = 'png jpg jpeg gif svg bmp webp';
const SCRIPTS = 'py ipynb r jl sh bash rmd qmd';
const DATA =
  'csv tsv txt dat json jsonl ndjson geojson xml yaml yml toml ini cfg xls xlsx xlsb xlsm ods parquet feather arrow orc avro pq ' +
  'h5 hdf hdf5 he5 h5ad loom nc nc4 cdf grib grb grib2 zarr npy npz pkl pickle joblib mat sav dta por sas7bdat xpt ' +
  'rds rda rdata qs fst tif tiff shp shx dbf prj gpkg kml kmz gpx las laz asc dem vrt img jp2 fits fit fts ' +
  'fasta fa fna faa ffn fastq fq gb gbk gff gff3 gtf bed bam sam vcf bcf bw bigwig nwk newick nex phy pdb cif mol mol2 sdf xyz ' +
  'mtx gz bz2 xz zst zip tar tgz 7z db sqlite sqlite3 duckdb pt pth ckpt onnx safetensors keras pb tflite model ' +
  'wav mp3 flac ogg mp4 avi mov mkv webm edf bdf fif set vhdr nii dcm stl ply obj vtk vtu vtp root tdms abf lif czi nd2 ' +
  'graphml gml gexf dot bib md html htm pdf docx pptx sql tab out log jld jld2 bson eps ps bin raw mrc trk hdr lst';

const images = new Set(IMAGES.split(' '));
const scripts = new Set(SCRIPTS.split(' '));
const dataLike = new Set(`${IMAGES} ${SCRIPTS} ${DATA}`.split(' '));

/* These stand at the end of many texts that are no files of data. */
const commonWords = new Set(
  'model out log raw bin set root dot ps md'.split(' ')
);

/** The extension of a path without its dot, in lower case; '' for none. */
function extensionOf(path: string): string {
  const name = nameOf(path);
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(dot + 1).toLowerCase() : '';
}

/** What a file is for, by its extension. */
export function kindOf(path: string): UseKind {
  const extension = extensionOf(path);
  return images.has(extension)
    ? 'image'
    : scripts.has(extension)
      ? 'script'
      : 'data';
}

/** Whether a text can be a path at all: of a bearable length, on one line, without what no path has. */
export function isPathLike(text: string): boolean {
  return (
    text.length > 0 &&
    text.length <= 400 &&
    !/[\n\r\t<>|"]/.test(text) &&
    text.trim() === text &&
    /[\p{L}\p{N}~*.]/u.test(text)
  );
}

/** Whether a text ends like the name of a file that code reads. */
export function hasDataExtension(text: string): boolean {
  return isPathLike(text) && dataLike.has(extensionOf(text.replace(/\\/g, '/'))); // prettier-ignore
}

/** Whether a literal that stands in no call looks like a file of data. */
export function looksLikeFile(text: string): boolean {
  return (
    hasDataExtension(text) &&
    !/[?*{}[\]=;,:!]/.test(text.replace(/^[A-Za-z]:(?=[\\/])/, '')) &&
    (text.includes('/') || !commonWords.has(extensionOf(text)))
  );
}

/** Whether a text is an address of the web or of another service. */
export function isUrl(text: string): boolean {
  return /^[a-zA-Z][a-zA-Z0-9+.-]{1,20}:\/\//.test(text);
}
