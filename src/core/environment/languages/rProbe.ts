import { asciiJson } from '../snippet';

/**
 * An expression of R whose value is a text of JSON: the version of R, and what
 * the DESCRIPTION of each package says. No package is loaded, and `local` keeps
 * the names out of the session. The text is ASCII, so that no locale matters.
 *
 * @param packages - names of packages, checked to be plain.
 */
export function rExpression(packages: readonly string[]): string {
  const names = packages.map(asciiJson).join(', ');
  return String.raw`local({
  escaped <- function(code) {
    if (code == 34L || code == 92L) paste0("\\", intToUtf8(code))
    else if (code < 32L || code > 126L) sprintf("\\u%04x", min(code, 65533L))
    else intToUtf8(code)
  }
  quoted <- function(text) {
    text <- as.character(text)
    if (length(text) != 1L || is.na(text)) text <- ""
    codes <- utf8ToInt(enc2utf8(text))
    if (length(codes) == 0L || anyNA(codes)) return("\"\"")
    paste0("\"", paste(vapply(codes, escaped, ""), collapse = ""), "\"")
  }
  fields <- c("Version", "Priority", "Repository", "biocViews", "Built",
              "RemoteType", "RemoteHost", "RemoteUsername", "RemoteRepo", "RemoteSha")
  describe <- function(name) {
    found <- suppressWarnings(tryCatch(utils::packageDescription(name), error = function(e) NA))
    values <- vapply(fields, function(field) {
      value <- if (is.list(found)) found[[field]] else NULL
      paste0(quoted(field), ":", quoted(if (is.null(value)) "" else value))
    }, "")
    paste0("{", paste(c(paste0("\"name\":", quoted(name)), values), collapse = ","), "}")
  }
  packages <- vapply(c(${names || 'character(0)'}), describe, "")
  version <- paste(R.version$major, R.version$minor, sep = ".")
  paste0("{\"version\":", quoted(version), ",\"packages\":[", paste(packages, collapse = ","), "]}")
})`;
}
