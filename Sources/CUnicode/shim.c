// Everything in this target is `static inline`: only the Swift importer sees the toolchain's ICU headers, so there is
// nothing to compile here. The package manager wants one source file in a C target.
typedef int cunicode_nothing_to_compile;
