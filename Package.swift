// swift-tools-version: 6.2
import PackageDescription

// The graph below is the architecture: who may import whom. `Tests/ArchitectureTests` holds the same table as data and
// prints every difference, so a new arrow is a decision and not an accident.

let package = Package(
    name: "FinesseKit",
    platforms: [.macOS(.v15)],
    targets: [
        // System libraries: pkg-config flags only, so that no system header becomes a Swift module.
        .systemLibrary(
            name: "SystemLibXML2",
            pkgConfig: "libxml-2.0",
            providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]
        ),
        .systemLibrary(
            name: "SystemPublicSuffix",
            pkgConfig: "libpsl",
            providers: [.apt(["libpsl-dev"]), .brew(["libpsl"])]
        ),

        // One C target with a small header of its own for each of them.
        .target(name: "CLibXML2", dependencies: ["SystemLibXML2"]),
        .target(name: "CPublicSuffix", dependencies: ["SystemPublicSuffix"]),
        .target(name: "CUnicode"),

        // Level 0
        .target(name: "WebAgentURL", dependencies: ["CPublicSuffix", "CUnicode"]),
        .target(name: "XMLTree", dependencies: ["CLibXML2"]),

        // Level 1
        .target(name: "WebAgentCookies", dependencies: ["WebAgentURL"]),

        .testTarget(name: "WebAgentURLTests", dependencies: ["WebAgentURL"]),
        .testTarget(name: "WebAgentCookiesTests", dependencies: ["WebAgentCookies", "WebAgentURL"]),
        .testTarget(name: "XMLTreeTests", dependencies: ["XMLTree"]),
    ]
)

// One loop, so that no target of ours is forgotten: language mode 6, strict concurrency and memory safety, no warnings.
let cTargets: Set<String> = ["CCurl", "CLibXML2", "CXMLSec", "CJavaScriptCore", "CPublicSuffix", "CUnicode"]
for target in package.targets where target.type != .system && !cTargets.contains(target.name) {
    target.swiftSettings = [
        .swiftLanguageMode(.v6),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("InferIsolatedConformances"),
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
        .enableUpcomingFeature("ImmutableWeakCaptures"),
        .strictMemorySafety(),
        .treatAllWarnings(as: .error),
        .treatWarning("DeprecatedDeclaration", as: .warning),
    ]
}
