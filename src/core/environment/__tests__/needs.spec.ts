import { processorTime } from '../../__tests__/processorTime';
import { plainEnglish as trans } from '../../text';
import { allNeeds, findNeeds } from '../needs/findNeeds';
import { needFindings } from '../needs/needFindings';

const place = { path: 'a.ipynb', cell: 1 };

function needed(modules: string, source: string): string[] {
  const imported = new Map(modules.split(' ').map(name => [name, place]));
  return findNeeds(imported, [{ place, source }]).flatMap(
    ({ need }) => need.distributions?.[0] ?? need.apt ?? need.impossible ?? []
  );
}

function installed(...names: string[]) {
  return {
    distributions: new Map(
      names.map(name => [
        name,
        { name, version: '1', installer: 'pip', directUrl: null, folder: null, user: false,requires: [], conda: null } // prettier-ignore
      ])
    )
  };
}

describe('findNeeds', () => {
  it.each([
    ['pandas', 'df = pd.read_excel("a.xlsx")', 'openpyxl'],
    ['pandas', 'df = pd.read_excel(path)', 'openpyxl'],
    ['pandas', 'df = pd.read_excel("a.xls")', 'xlrd'],
    ['pandas', 'df = pd.read_excel(\n  "a.ods",\n  sheet_name=0)', 'odfpy'],
    ['pandas', 'df.to_parquet("a.parquet")', 'pyarrow'],
    ['pandas', 'df.astype("int64[pyarrow]")', 'pyarrow'],
    ['pandas', 'pd.read_hdf("a.h5")', 'tables'],
    ['pandas', 'df.style.format("{:.2f}")', 'jinja2'],
    ['pandas', 'df.to_markdown()', 'tabulate'],
    ['pandas', 'pd.read_sql("select 1", "sqlite:///a.db")', 'sqlalchemy'],
    ['pandas', 'pd.read_csv("s3://bucket/a.csv")', 's3fs'],
    ['xarray', 'xr.open_dataset("a.nc")', 'netcdf4'],
    ['xarray', 'ds.to_zarr("a.zarr")', 'zarr'],
    ['xarray', 'ds.chunk({"time": 1})', 'dask'],
    ['plotly.express', 'fig.show()', 'nbformat'],
    ['plotly.express', 'px.scatter(df, trendline="ols")', 'statsmodels'],
    ['tqdm.auto', 'x = 1', 'ipywidgets'],
    ['numpy', '%matplotlib widget', 'ipympl'],
    ['bs4', 'BeautifulSoup(text, "lxml")', 'lxml'],
    ['cartopy', 'x = 1', undefined],
    ['pdf2image', 'x = 1', 'poppler-utils'],
    ['numpy', '!dot -Tpng a.dot', 'graphviz'],
    ['numpy', '%%bash\nffmpeg -i a.mp4', 'ffmpeg'],
    ['tkinter', 'x = 1', 'screen']
  ])('with %s and %s finds %s', (modules, source, first) => {
    expect(needed(modules, source)[0]).toBe(first);
  });

  it.each([
    ['numpy', 'df = pd.read_excel("a.xlsx")'],
    ['pandas', '# pd.read_excel("a.xlsx")'],
    ['pandas', 'print("use df.to_parquet(path)")'],
    ['pandas', 'plt.style.use("ggplot")'],
    ['pandas', 'pd.read_sql("select 1", connection)'],
    ['pandas', '%%bash\npd.read_excel("a.xlsx")'],
    ['bs4', 'BeautifulSoup(text, "html.parser")'],
    ['matplotlib.pyplot', 'plt.savefig("a.png")'],
    ['plotly_express_other', 'fig.show()']
  ])('with %s and %s finds nothing', (modules, source) => {
    expect(needed(modules, source)).toEqual([]);
  });

  it('says each row once, with its first place', () => {
    const code = [2, 5].map(cell => ({
      place: { path: 'a.ipynb', cell },
      source: 'pd.read_excel("a.xlsx")'
    }));
    expect(findNeeds(new Map([['pandas', undefined]]), code)).toMatchObject([
      { place: { cell: 2 }, seen: 'read_excel' }
    ]);
  });

  it('is quick with a long cell', () => {
    const source = `x = [${'"s3:", (.read_excel '.repeat(200_000)}`;
    const start = processorTime();
    needed('pandas', source);
    expect(processorTime() - start).toBeLessThan(5000);
  });

  it('has evidence in each row, and something to do', () => {
    for (const need of allNeeds) {
      expect(need.evidence.length).toBeGreaterThan(8);
      expect(need.distributions ?? need.apt ?? need.impossible).toBeDefined();
      expect(need.code?.global ?? false).toBe(false);
    }
  });
});

describe('needFindings', () => {
  const needs = findNeeds(new Map([['xarray', place]]), [
    { place, source: 'xr.open_dataset("a.nc")' }
  ]);
  const ask = (answer: ReturnType<typeof installed> | null, known: string[]) =>
    needFindings(needs, answer, known, trans);

  it('takes what is installed, in the order of the library', () => {
    const { distributions, findings } = ask(installed('h5netcdf', 'scipy'), ['scipy']); // prettier-ignore
    expect(distributions).toMatchObject([{ key: 'h5netcdf', place }]);
    expect(findings).toMatchObject([{ id: 'environment.needed' }]);
  });

  it('is silent where it is there anyway', () => {
    expect(ask(installed('scipy'), ['scipy'])).toMatchObject({
      distributions: [],
      findings: []
    });
  });

  it('warns where it is not installed, and where nobody knows', () => {
    for (const answer of [installed(), null]) {
      expect(ask(answer, []).findings).toMatchObject([
        { id: 'environment.needed-missing', severity: 'warning', place }
      ]);
    }
  });
});
