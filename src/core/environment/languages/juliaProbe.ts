import { asciiJson } from '../snippet';

/**
 * An expression of Julia whose value is a text of JSON: the version of Julia,
 * and what the active project says of each package. `let` keeps the names out
 * of the session; Pkg is found without `using` it, and called by the newest
 * definitions, as it may have been loaded just now.
 *
 * @param packages - names of packages, checked to be plain.
 */
export function juliaExpression(packages: readonly string[]): string {
  const names = packages.map(asciiJson).join(', ');
  return String.raw`let wanted = String[${names}]
  quoted(text) = string('"', replace(replace(filter(c -> isascii(c) && isprint(c), string(text)), "\\" => "\\\\"), "\"" => "\\\""), '"')
  pkg = Base.require(Base.PkgId(Base.UUID("44cfe95a-1eb2-52ea-b672-e2afdf69b78f"), "Pkg"))
  known = Dict(info.name => (uuid, info) for (uuid, info) in Base.invokelatest(() -> pkg.dependencies()))
  entries = map(wanted) do name
    standard = isdir(joinpath(Sys.STDLIB, name))
    found = haskey(known, name)
    uuid, info = found ? known[name] : ("", nothing)
    value(field) = found && getproperty(info, field) !== nothing ? getproperty(info, field) : ""
    string("{\"name\":", quoted(name), ",\"standard\":", standard, ",\"found\":", found,
           ",\"uuid\":", quoted(uuid), ",\"version\":", quoted(value(:version)),
           ",\"path\":", found && info.is_tracking_path, ",\"repository\":", found && info.is_tracking_repo,
           ",\"revision\":", quoted(value(:git_revision)), "}")
  end
  string("{\"version\":", quoted(VERSION), ",\"packages\":[", join(entries, ","), "]}")
end`;
}
