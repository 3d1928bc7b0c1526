// swift-tools-version: 6.2
import PackageDescription

// A package of its own, because its flags cannot stand in a package that others depend on. It compiles the library's own
// sources (`Library` is a link to them) with the fuzzer's instruments, needs nothing from outside, and sees what is
// `package` in them. The root's manifest says what each library target is; here are only those that a fuzzer reaches.

let instruments = ["-sanitize=fuzzer"]

func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, path: "Library/\(name)")
}

func system(_ name: String, pkgConfig: String) -> Target {
    .systemLibrary(name: name, path: "Library/\(name)", pkgConfig: pkgConfig)
}

func fuzzer(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .executableTarget(
        name: name,
        dependencies: ["FuzzDriver"] + dependencies,
        // gold, the default, stops with an internal error when libFuzzer is linked in.
        linkerSettings: [.unsafeFlags(instruments + ["-use-ld=lld"])]
    )
}

let package = Package(
    name: "Fuzzing",
    platforms: [.macOS(.v15)],
    targets: [
        system("SystemLibXML2", pkgConfig: "libxml-2.0"),
        system("SystemPublicSuffix", pkgConfig: "libpsl"),
        system("SystemJavaScriptCore", pkgConfig: "javascriptcoregtk-4.1"),
        system("SystemSeccomp", pkgConfig: "libseccomp"),
        library("CLibXML2", ["SystemLibXML2"]),
        library("CPublicSuffix", ["SystemPublicSuffix"]),
        library("CUnicode"),
        library("CJavaScriptCore", ["SystemJavaScriptCore"]),
        library("CProcessBox", ["SystemSeccomp"]),
        library("HTTPTransport"),
        library("FinesseTypes"),
        library("XMLTree", ["CLibXML2"]),
        library("WebAgentURL", ["CPublicSuffix", "CUnicode"]),
        library("WebAgentCookies", ["WebAgentURL"]),
        library("WebAgentHTML", ["WebAgentURL"]),
        library("WebAgentScripting", ["CJavaScriptCore", "WebAgentCookies", "WebAgentHTML", "WebAgentURL"]),
        library(
            "WebAgent",
            ["CProcessBox", "HTTPTransport", "WebAgentCookies", "WebAgentHTML", "WebAgentScripting", "WebAgentURL"]
        ),
        library("Finesse", ["FinesseTypes", "HTTPTransport", "XMLTree"]),
        library("FinesseSSO", ["Finesse", "FinesseTypes", "HTTPTransport"]),

        .target(name: "FuzzDriver"),
        fuzzer("fuzz-url", ["WebAgentURL"]),
        fuzzer("fuzz-set-cookie", ["WebAgentCookies", "WebAgentURL"]),
        fuzzer("fuzz-cookie-date", ["WebAgentCookies"]),
        fuzzer("fuzz-html-tokenizer", ["WebAgentHTML"]),
        fuzzer("fuzz-html-tree", ["WebAgentHTML"]),
        fuzzer("fuzz-form", ["WebAgentHTML", "WebAgentURL"]),
        fuzzer("fuzz-page-frame", ["WebAgent", "WebAgentScripting"]),
        fuzzer("fuzz-xml", ["XMLTree"]),
        fuzzer("fuzz-rest", ["Finesse", "FinesseTypes", "XMLTree"]),
        fuzzer("fuzz-token-json", ["FinesseSSO", "FinesseTypes"]),
    ]
)

let cTargets: Set<String> = ["CLibXML2", "CPublicSuffix", "CUnicode", "CJavaScriptCore", "CProcessBox"]
for target in package.targets where target.type != .system {
    if cTargets.contains(target.name) {
        target.cSettings = [.unsafeFlags(["-fsanitize=fuzzer-no-link"])]
    } else {
        target.swiftSettings = [
            .swiftLanguageMode(.v6),
            .enableUpcomingFeature("ExistentialAny"),
            .enableUpcomingFeature("InternalImportsByDefault"),
            .enableUpcomingFeature("MemberImportVisibility"),
            .enableUpcomingFeature("InferIsolatedConformances"),
            .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
            .enableUpcomingFeature("ImmutableWeakCaptures"),
            .strictMemorySafety(),
            // `-enable-testing`: some of what reads bytes from outside is internal to its module.
            .unsafeFlags(instruments + ["-enable-testing"]),
        ]
    }
}
