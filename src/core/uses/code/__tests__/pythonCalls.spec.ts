import { pathsOf } from './notes';

describe('the files of Python code', () => {
  it.each<[string, string[]]>([
    // Readers.
    ['open("a.txt")', ['read a.txt']],
    ['open("README")', ['read README']],
    ['with open("a.txt", "r") as f: pass', ['read a.txt']],
    ['with open("a.txt", mode="w") as f: pass', ['write a.txt']],
    ['gzip.open("a.gz", "rt")', ['read a.gz']],
    ['pd.read_csv("a", sep=";")', ['read a']],
    ['pd.read_csv(filepath_or_buffer="a.csv")', ['read a.csv']],
    ['pl.scan_parquet("d/*.parquet")', ['read d/*.parquet']],
    ['np.load("a.npy")', ['read a.npy']],
    ['np.loadtxt("a")', ['read a']],
    ['np.genfromtxt("a.dat")', ['read a.dat']],
    ['xr.open_dataset("a.nc")', ['read a.nc']],
    ['xr.open_mfdataset("d/*.nc")', ['read d/*.nc']],
    ['plt.imread("a.png")', ['read a.png']],
    ['Image.open("a.png")', ['read a.png']],
    ['Image("a.png")', ['read a.png']],
    ['Image(filename="a.png")', ['read a.png']],
    ['json.load(open("a.json"))', ['read a.json']],
    ['sqlite3.connect("a.db")', ['read? a.db']],
    ['sqlite3.connect(":memory:")', ['read? :memory:']],
    ['pickle.load(open("a.pkl", "rb"))', ['read a.pkl']],
    ['h5py.File("a.h5")', ['read a.h5']],
    ['h5py.File("a.h5", "w")', ['write a.h5']],
    ['rasterio.open("a.tif")', ['read a.tif']],
    ['gpd.read_file("a.shp")', ['read a.shp']],
    ['sc.read_h5ad("a.h5ad")', ['read a.h5ad']],
    ['sf.read("a.wav")', ['read a.wav']],
    ['joblib.load("m.joblib")', ['read m.joblib']],
    ['torch.load("m.pt")', ['read m.pt']],
    ['shutil.copy("a.csv", "b.csv")', ['read a.csv', 'write b.csv']],
    [
      'sc.read("a.h5ad", backup_url="https://x.y/a")',
      ['ask a.h5ad', 'read a.h5ad']
    ],
    ['load_sample_image("a.jpg")', ['read? a.jpg']],
    ['read_my_own("a.csv")', ['read? a.csv']],
    // They read other things than files, or what they read has no file's name.
    ['sns.load_dataset("iris")', []],
    ['spacy.load("en_core_web_sm")', []],
    ['nltk.data.load("tokenizers/punkt.pickle")', ['read? tokenizers/punkt.pickle']], // prettier-ignore
    ['torch.hub.load("pytorch/vision", "resnet18")', []],
    ['AutoModel.from_pretrained("org/name-v1.5")', []],
    ['pd.read_json(\'{"a": 1}\')', []],
    ['pd.read_csv(io.StringIO("a,b\\n1,2"))', []],
    ['pd.read_sql("select * from a", db)', []],
    ['open(name)\npd.read_csv(names[0])', []],
    ['ax.set_title("growth in %")\nprint("saved.")', []],
    ['requests.post(u, headers={"Accept": "application/json"})', []],
    ['df.loc[df["a.b"] == 1, "model"]', []],
    ['"""Reads a.csv\n"""\n"b.csv"', []],
    // Paths.
    ['p = Path("d") / "e" / "a.csv"\np.read_text()', ['read? d/e/a.csv', 'read d/e/a.csv']], // prettier-ignore
    ['Path("d", "a.txt").open("w")', ['write d/a.txt']],
    ['Path("d").joinpath("a.txt").read_bytes()', ['read d/a.txt']],
    ['Path("a.txt").with_suffix(".csv").read_text()', ['read a.csv']],
    ['Path("d/a.txt").with_name("b.txt").read_text()', ['read d/b.txt']],
    ['open(Path.cwd() / "a.txt")', ['read a.txt']],
    ['open(Path.cwd().parent / "a.txt")', ['read ../a.txt']],
    ['open(Path("d/e").parent.parent / "a.txt")', ['read a.txt']],
    ['open(Path.home() / "a.txt")', ['read ~/a.txt']],
    ['load(Path("a.csv"))', ['read a.csv']],
    ['mine(Path("a.csv"))', ['read a.csv']],
    ['mine(Path("d"))', []],
    ['pd.read_csv(os.path.join("d", "e", "a.csv"))', ['read d/e/a.csv']],
    ['pd.read_csv(join(d, "a.csv"))', ['read? a.csv']],
    ['open(os.path.expanduser("~/a.txt"))', ['read ~/a.txt']],
    ['open(os.path.join(os.path.dirname(os.path.abspath("d/x.py")), "a.txt"))', ['read d/a.txt']], // prettier-ignore
    ['open("d" + os.sep + "a.txt")', ['read d/a.txt']],
    ['open(str(Path("a.txt")))', ['read a.txt']],
    ['open(r"d\\a.txt")', ['read d\\a.txt']],
    ['open("d/"\n     "a.txt")', ['read d/a.txt']],
    // Names.
    ['d = "d"\npd.read_csv(d + "/a.csv")', ['read d/a.csv']],
    ['d: Path = Path("d")\npd.read_csv(d / "a.csv")', ['read d/a.csv']],
    ['d = e = "d"\nopen(f"{d}/{e}.txt")', ['read d/d.txt']],
    ['n = 3\nopen(f"d/{n}.txt")', ['read d/….txt']],
    ['open(f"d/{n:03d}{{x}}.txt")', ['read d/…{x}.txt']],
    ['open(f"{d["x"]}/a.txt")', ['read …/a.txt']],
    ['open("d/%s.txt" % n)', ['read d/….txt']],
    ['open("d/{}.txt".format(n))', ['read d/….txt']],
    ['open(d + "/a.txt")', ['read …/a.txt']],
    ['d = "d"\nd = where()\nopen(d + "/a.txt")', ['read …/a.txt']],
    ['d = "d"\nd += "e"\nopen(d + "/a.txt")', ['read …/a.txt']],
    ['d = "d"\ndef f(d):\n  open(d + "/a.txt")\nopen(d + "/b.txt")', ['read …/a.txt', 'read d/b.txt']], // prettier-ignore
    ['def f(x, d="d"):\n  d = "e"\n  open(d + "/a.txt")\nopen(d + "/b.txt")', ['read e/a.txt', 'read …/b.txt']], // prettier-ignore
    [
      'if x:\n  d = "d"\nelse:\n  d = "e"\nopen(d + "/a.txt")',
      ['read …/a.txt']
    ],
    ['a, d = "d", "e"\nopen(d + "/a.txt")', ['read …/a.txt']],
    ['for n in ["a.csv", "b.csv"]:\n  open(f"d/{n}")', ['read? a.csv', 'read? b.csv', 'read d/a.csv', 'read d/b.csv']], // prettier-ignore
    ['for n in names:\n  open(f"d/{n}")', ['read d/…']],
    ['ns = ["a", "b"]\nfor n in sorted(ns): open(n + ".txt")', ['read a.txt', 'read b.txt']], // prettier-ignore
    // Writers.
    ['df.to_csv("a.csv", index=False)', ['write a.csv']],
    ['df.to_numpy("a.csv")', ['read? a.csv']],
    ['plt.savefig("f")', ['write f', 'write f.png']],
    ['np.save("a", x)', ['write a', 'write a.npy']],
    ['np.savez("a.npz", x=x)', ['write a.npz']],
    ['joblib.dump(m, "m.joblib")', ['write m.joblib']],
    ['Path("a.txt").write_text("x")', ['write a.txt']],
    ['urlretrieve(u, "a.zip")', ['write a.zip']],
    ['plot_and_save(x, "a.png")', ['read? a.png']],
    ['save_plot(x, "a.png")', ['write a.png']],
    ['with pd.ExcelWriter("a.xlsx") as w: pass', ['write a.xlsx']],
    // Folders.
    ['glob.glob("d/*.csv")', ['glob d/*.csv']],
    ['sorted(Path("d").glob("*.csv"))', ['glob d/*.csv']],
    ['Path("d").rglob("*.csv")', ['glob d/**/*.csv']],
    ['glob(os.path.join("d", "*"))', ['glob d/*']],
    ['os.listdir("d")', ['list d']],
    ['for p in Path("d").iterdir(): pass', ['list d']],
    ['os.walk("d")', ['read d']],
    ['os.makedirs("d", exist_ok=True)', ['fill d']],
    ['Path("d").mkdir()', ['fill d']],
    ['zipfile.ZipFile("a.zip").extractall("d")', ['read a.zip', 'fill d']],
    ['shutil.unpack_archive("a.zip")', ['read a.zip', 'fill .']],
    ['if not os.path.exists("a.csv"): pass', ['ask a.csv']],
    ['os.chdir("d")', ['move d']],
    ['sys.path.append("lib")', ['search lib']],
    ['sys.path.insert(0, str(Path("lib")))', ['search lib']],
    // Loose texts.
    ['mine("d/a.csv", title="Model.out")', ['read? d/a.csv']],
    ['x = {"a": "a.csv"}', ['read? a.csv']],
    ['x = "a.csv" if y else "b.csv"', ['read? a.csv', 'read? b.csv']],
    ['x = "*.csv"\ny = ".csv"\nz = "a: b.csv"', []]
  ])('%s', (code, expected) => {
    expect(pathsOf(code)).toEqual(expected);
  });

  it('keeps the values of names from cell to cell', () => {
    expect(pathsOf(['d = Path("d")', 'open(d / "a.txt")'])).toEqual([
      'read d/a.txt'
    ]);
  });

  it('knows where a module’s own file lies, and what it reads only when called', () => {
    const code =
      'from pathlib import Path\nhere = Path(__file__).resolve().parent\nopen(here / "a.csv")\n' +
      'def f():\n  open(os.path.join(os.path.dirname(__file__), "..", "b.csv"))';
    expect(pathsOf(code, 'python', 'mine.py')).toEqual([
      'read file:a.csv',
      'read? file:../b.csv'
    ]);
    expect(pathsOf('open(__file__)')).toEqual([]);
  });

  it('goes on behind what is no complete code', () => {
    expect(pathsOf('x = (1,\nopen("a.csv"\ny = open("b.csv")')).toEqual([
      'read a.csv',
      'read b.csv'
    ]);
    expect(pathsOf('x = """\nopen("a.csv")')).toContain('read a.csv');
  });
});
