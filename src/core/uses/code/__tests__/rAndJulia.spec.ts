import { notesOf, pathsOf } from './notes';

const modules = (code: string, language: 'R' | 'julia') =>
  notesOf(code, 'import', language).flatMap(note =>
    note.type === 'import' && note.level === 0
      ? [`${note.name}${note.optional ? '?' : ''}`]
      : []
  );
const installs = (code: string, language: 'R' | 'julia') =>
  notesOf(code, 'install', language).flatMap(note =>
    note.type === 'install'
      ? [`${note.manager} ${note.name} ${note.version}`.trim()]
      : []
  );

describe('R code', () => {
  it.each<[string, string[]]>([
    ['library(dplyr)\nrequire("tidyr")', ['dplyr', 'tidyr']],
    ['library(package = dplyr)', ['dplyr']],
    ['suppressPackageStartupMessages({\n  library(a)\n  library(b)\n})', ['a', 'b']], // prettier-ignore
    ['x <- stats::sd(1)\ny <- a:::b', ['stats', 'a']],
    ['pacman::p_load(a, "b")', ['pacman', 'a', 'b']],
    ['librarian::shelf(a)', ['librarian', 'a']],
    ['if (!requireNamespace("a")) stop()', ['a?']],
    ['library(x, character.only = TRUE)', []],
    ['invisible(lapply(c("a", "b"), library, character.only = TRUE))', ['a', 'b']], // prettier-ignore
    ['# library(no)\nx <- "library(no)"; library(a)', ['a']],
    ['f <- function(x) {\n  library(a)\n}\nlibrary(b)', ['a', 'b']],
    ['df %>% filter(a == 1) |> dplyr::select(b)', ['dplyr']],
    ['x <- c(1,\nlibrary(a)', ['a']]
  ])('loads packages: %s', (code, expected) => {
    expect(modules(code, 'R')).toEqual(expected);
  });

  it.each<[string, string[]]>([
    ['install.packages(c("a", "b"))', ['cran a', 'cran b']],
    ['BiocManager::install("a")', ['bioconductor a']],
    ['remotes::install_github("u/a@v1")', ['github a v1']],
    ['remotes::install_version("a", version = "1.2")', ['cran a 1.2']]
  ])('installs: %s', (code, expected) => {
    expect(installs(code, 'R')).toEqual(expected);
  });

  it.each<[string, string[]]>([
    ['read.csv("a")', ['read a']],
    ['readRDS(file = "a.rds")', ['read a.rds']],
    ['load("a.RData")\ndata.table::fread("a.tsv")', ['read a.RData', 'read a.tsv']], // prettier-ignore
    ['read.table(text = "a b")', []],
    ['d <- "d"\nread_csv(file.path(d, "a.csv"))', ['read d/a.csv']],
    ['read_csv(paste0("d/", n, ".csv"))', ['read d/….csv']],
    ['read_csv(sprintf("d/%03d.csv", n))', ['read d/….csv']],
    ['f <- function(d) read_csv(file.path(d, "a.csv"))', ['read …/a.csv']],
    ['readRDS(here::here("d", "a.rds"))', ['read project:d/a.rds']],
    ['source("a.R")', ['run a.R']],
    ['setwd("d")', ['move d']],
    ['ggsave("a.png", p)\nwrite.csv(x, "a.csv")\nsaveRDS(x, file = "a.rds")', ['write a.png', 'write a.csv', 'write a.rds']], // prettier-ignore
    ['download.file(u, "a.zip")\nunzip("a.zip", exdir = "d")', ['write a.zip', 'read a.zip', 'fill d']], // prettier-ignore
    ['list.files("d", pattern = "csv$")', ['list d']],
    ['if (file.exists("a.csv")) x', ['ask a.csv']],
    ['con <- file("a.txt", "w")', ['write a.txt']],
    ['x <- r"(d\\a.csv)"\nread.csv(x)', ['read? d\\a.csv', 'read d\\a.csv']],
    ['sprintf("%s", x)\nprint("No.")', []]
  ])('uses files: %s', (code, expected) => {
    expect(pathsOf(code, 'R')).toEqual(expected);
  });
});

describe('Julia code', () => {
  it.each<[string, string[]]>([
    ['using A, B.C', ['A', 'B.C']],
    ['using A: f, g\nimport B as C', ['A', 'B']],
    ['using A,\n  B', ['A', 'B']],
    ['using .Mine, ..Above', []],
    ['# using No\n#= using No\n=#\n"using No"; using A', ['A']],
    ["b = a'; using A\nc = 'x'\nusing B", ['A', 'B']]
  ])('loads packages: %s', (code, expected) => {
    expect(modules(code, 'julia')).toEqual(expected);
  });

  it.each<[string, string[]]>([
    ['Pkg.add("A")', ['julia A']],
    ['Pkg.add(["A", "B"])', ['julia A', 'julia B']],
    ['Pkg.add(name="A", version="1.2")', ['julia A 1.2']],
    [']add A B@1.2', ['julia A', 'julia B 1.2']],
    ['Pkg.activate(".")', []]
  ])('installs: %s', (code, expected) => {
    expect(installs(code, 'julia')).toEqual(expected);
  });

  it.each<[string, string[]]>([
    ['CSV.read("a.csv", DataFrame)', ['read a.csv']],
    ['d = "d"\nCSV.read("$d/a.csv", DataFrame)', ['read d/a.csv']],
    ['CSV.read("d/$(n)x.csv", DataFrame)', ['read d/…x.csv']],
    ['readdlm(joinpath("d", "a.txt"))', ['read d/a.txt']],
    ['JSON.parsefile(joinpath(@__DIR__, "a.json"))', ['read file:a.json']],
    ['const d = "d"\nopen(d * "/a.txt") do io\nend', ['read d/a.txt']],
    ['open("a.txt", "w") do io\nend', ['write a.txt']],
    ['CSV.write("a.csv", df)\nsavefig("a.png")', ['write a.csv', 'write a.png']], // prettier-ignore
    ['include("a.jl")', ['run file:a.jl']],
    ['readdir("d")\nisfile("a.csv")\nmkpath("e")\ncd("f")', ['list d', 'ask a.csv', 'fill e', 'move f']] // prettier-ignore
  ])('uses files: %s', (code, expected) => {
    expect(pathsOf(code, 'julia')).toEqual(expected);
  });
});
