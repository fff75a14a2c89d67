const helpers = `
    import hashlib, http.client, os, time, urllib.error, urllib.request

    def md5(path):
        digest = hashlib.md5()
        with open(path, "rb") as file:
            for block in iter(lambda: file.read(1 << 20), b""):
                digest.update(block)
        return digest.hexdigest()

    def size_of(path):
        return os.path.getsize(path) if os.path.exists(path) else 0

    def fetch(url, part):
        request = urllib.request.Request(url, headers={"User-Agent": "jupyterlab-zenodo-publisher"})
        if size_of(part):
            request.add_header("Range", "bytes=%d-" % size_of(part))
        with urllib.request.urlopen(request, timeout=60) as answer:
            with open(part, "ab" if answer.status == 206 else "wb") as file:
                for block in iter(lambda: answer.read(1 << 20), b""):
                    file.write(block)
`;

const main = `
    for path, url, size, checksum, packed in files:
        target = os.path.join(folder, *path.split("/"))
        name = path[1:] if packed else path
        unpacked = target + ".unpacked"
        if packed and os.path.exists(unpacked):
            with open(unpacked) as file:
                if file.read() == checksum:
                    continue
        if not packed and os.path.exists(target):
            if size_of(target) != size or md5(target) != checksum:
                print(differs.replace("%1", name))
            continue
        if not os.path.exists(target):
            print(fetching.replace("%1", name), flush=True)
        os.makedirs(os.path.dirname(target) or ".", exist_ok=True)
        part = target + ".part"
        tries = 0
        problem = None
        while not os.path.exists(target):
            before = size_of(part)
            wait = 2 ** tries
            try:
                if before < size or not os.path.exists(part):
                    fetch(base + url, part)
            except urllib.error.HTTPError as error:
                if error.code == 416:
                    os.remove(part)
                elif error.code != 429 and error.code < 500:
                    raise RuntimeError(refused.replace("%1", name) + " %d" % error.code) from None
                else:
                    after = error.headers.get("Retry-After", "")
                    wait = min(int(after), 60) if after.isdigit() else wait
                problem = error
            except (OSError, http.client.HTTPException) as error:
                problem = error
            if size_of(part) >= size and os.path.exists(part):
                if size_of(part) == size and md5(part) == checksum:
                    os.replace(part, target)
                    break
                os.remove(part)
                tries += 2
            tries = 0 if size_of(part) > before else tries + 1
            if tries >= 5:
                raise RuntimeError(failed.replace("%1", name)) from problem
            time.sleep(wait)`;

const unpacking = `
    def unpack(archive):
        import shutil, zipfile
        with zipfile.ZipFile(archive) as source:
            for entry in source.infolist():
                parts = entry.filename.split("/")
                if ".." in parts or "" in parts or parts == ["ro-crate-metadata.json"]:
                    continue
                target = os.path.join(folder, *parts)
                if os.path.exists(target):
                    if size_of(target) != entry.file_size:
                        print(differs.replace("%1", entry.filename))
                    continue
                os.makedirs(os.path.dirname(target), exist_ok=True)
                with source.open(entry) as packed, open(target + ".part", "wb") as file:
                    shutil.copyfileobj(packed, file, 1 << 20)
                os.replace(target + ".part", target)
`;

/* What tells of an unpacked archive is written last: what was broken off is done again. */
const afterwards = `
        if packed:
            unpack(target)
            with open(unpacked, "w") as file:
                file.write(checksum)
            os.remove(target)`;

/**
 * What the cell does with the values that stand above it: `base`, `folder`,
 * `files` and the texts. See `downloadCell`.
 */
export function pythonSource(unpacks: boolean): string {
  return unpacks ? helpers + unpacking + main + afterwards : helpers + main;
}
