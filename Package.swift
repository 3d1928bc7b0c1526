// swift-tools-version: 6.2
import PackageDescription

// The graph below is the architecture: who may import whom. `Tests/ArchitectureTests` holds the same table as data and
// prints every difference, so a new arrow is a decision and not an accident.

let package = Package(
    name: "FinesseKit",
    platforms: [.macOS(.v15)],
    products: [
        .library(
            name: "FinesseKit",
            targets: [
                "Finesse", "FinesseSSO", "FinesseSSOWebAgent", "FinesseTypes", "HTTPTransport", "HTTPTransportCurl",
                "WebAgent",
            ]
        ),
        .library(
            name: "WebAgent",
            targets: [
                "HTTPTransport", "HTTPTransportCurl", "WebAgent", "WebAgentCookies", "WebAgentHTML",
                "WebAgentScripting", "WebAgentURL",
            ]
        ),
        .library(name: "FinesseSandbox", targets: ["FinesseSandbox"]),
        .library(name: "HTTPTransportTesting", targets: ["HTTPTransportTesting"]),
        .library(name: "TokenStoreSecretService", targets: ["TokenStoreSecretService"]),
        .library(name: "TokenStoreTesting", targets: ["TokenStoreTesting"]),
        .executable(name: "finesse-sandbox", targets: ["finesse-sandbox"]),
        .executable(name: "finessectl", targets: ["FinesseCLI"]),
        .executable(name: "web-agent", targets: ["WebAgentCLI"]),
        .executable(name: "web-agent-page-host", targets: ["web-agent-page-host"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-asn1", from: "1.7.4"),
        .package(url: "https://github.com/apple/swift-certificates", from: "1.21.1"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-http2", from: "1.36.0"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        // System libraries: pkg-config flags only, so that no system header becomes a Swift module.
        .systemLibrary(
            name: "SystemCurl",
            pkgConfig: "libcurl",
            providers: [.apt(["libcurl4-openssl-dev"]), .brew(["curl"])]
        ),
        .systemLibrary(
            name: "SystemOpenSSL",
            pkgConfig: "openssl",
            providers: [.apt(["libssl-dev"]), .brew(["openssl@3"])]
        ),
        .systemLibrary(
            name: "SystemLibXML2",
            pkgConfig: "libxml-2.0",
            providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]
        ),
        .systemLibrary(
            name: "SystemXMLSec",
            pkgConfig: "xmlsec1-openssl",
            providers: [.apt(["libxmlsec1-dev"]), .brew(["libxmlsec1"])]
        ),
        .systemLibrary(
            name: "SystemJavaScriptCore",
            pkgConfig: "javascriptcoregtk-4.1",
            providers: [.apt(["libjavascriptcoregtk-4.1-dev"])]
        ),
        .systemLibrary(
            name: "SystemPublicSuffix",
            pkgConfig: "libpsl",
            providers: [.apt(["libpsl-dev"]), .brew(["libpsl"])]
        ),
        .systemLibrary(
            name: "SystemSeccomp",
            pkgConfig: "libseccomp",
            providers: [.apt(["libseccomp-dev"])]
        ),
        .systemLibrary(
            name: "SystemSecret",
            pkgConfig: "libsecret-1",
            providers: [.apt(["libsecret-1-dev"])]
        ),
        .systemLibrary(
            name: "SystemSQLite",
            pkgConfig: "sqlite3",
            providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite"])]
        ),
        .systemLibrary(name: "SystemZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),

        // One C target with a small header of its own for each of them.
        .target(name: "CCurl", dependencies: ["SystemCurl", "SystemOpenSSL"]),
        .target(name: "CCryptography", dependencies: ["SystemOpenSSL"]),
        .target(name: "CLibXML2", dependencies: ["SystemLibXML2"]),
        .target(
            name: "CXMLSec",
            dependencies: ["SystemLibXML2", "SystemOpenSSL", "SystemXMLSec", "SystemZlib"],
            // The package manager passes no -D flag of pkg-config on; these are the ones xmlsec1-openssl.pc names.
            cSettings: [
                .define("XMLSEC_CRYPTO_OPENSSL", to: "1"), .define("XMLSEC_NO_CRYPTO_DYNAMIC_LOADING", to: "1"),
                .define("XMLSEC_NO_GOST", to: "1"), .define("XMLSEC_NO_GOST2012", to: "1"),
                .define("XMLSEC_NO_SIZE_T", to: "1"), .define("XMLSEC_OPENSSL3_ENGINES", to: "1"),
                .define("__XMLSEC_FUNCTION__", to: "__func__"),
            ]
        ),
        .target(name: "CJavaScriptCore", dependencies: ["SystemJavaScriptCore"]),
        .target(
            name: "CProcessBox",
            dependencies: [.target(name: "SystemSeccomp", condition: .when(platforms: [.linux]))]
        ),
        .target(name: "CPublicSuffix", dependencies: ["SystemPublicSuffix"]),
        .target(
            name: "CSecretService",
            dependencies: [.target(name: "SystemSecret", condition: .when(platforms: [.linux]))]
        ),
        .target(name: "CSQLite", dependencies: ["SystemSQLite"]),
        .target(name: "CUnicode"),
        .target(name: "CZlib", dependencies: ["SystemZlib"]),

        // Level 0
        .target(name: "Cryptography", dependencies: ["CCryptography"]),
        .target(name: "HTTPTransport"),
        .target(name: "ProgramOutput"),
        .target(name: "WebAgentURL", dependencies: ["CPublicSuffix", "CUnicode"]),
        .target(name: "XMLTree", dependencies: ["CLibXML2"]),
        .target(name: "FinesseTypes"),

        // Level 1
        .target(name: "HTTPTransportCurl", dependencies: ["CCurl", "HTTPTransport"]),
        .target(name: "WebAgentCookies", dependencies: ["WebAgentURL"]),
        .target(name: "WebAgentHTML", dependencies: ["WebAgentURL"]),
        .target(name: "Finesse", dependencies: ["FinesseTypes", "HTTPTransport", "XMLTree"]),

        // Level 2
        .target(
            name: "WebAgentScripting",
            dependencies: ["CJavaScriptCore", "WebAgentCookies", "WebAgentHTML", "WebAgentURL"]
        ),
        .target(name: "FinesseSSO", dependencies: ["Cryptography", "Finesse", "FinesseTypes", "HTTPTransport"]),

        // Level 3
        .target(
            name: "TokenStoreSecretService",
            dependencies: [
                .target(name: "CSecretService", condition: .when(platforms: [.linux])), "Cryptography", "FinesseSSO",
            ]
        ),
        .target(
            name: "WebAgent",
            dependencies: [
                "CProcessBox", "HTTPTransport", "WebAgentCookies", "WebAgentHTML", "WebAgentScripting", "WebAgentURL",
            ]
        ),
        .executableTarget(name: "web-agent-page-host", dependencies: ["CProcessBox", "WebAgentScripting"]),

        // Level 4
        .target(
            name: "FinesseSSOWebAgent",
            dependencies: [
                "FinesseSSO", "FinesseTypes", "WebAgent", "WebAgentCookies", "WebAgentHTML", "WebAgentScripting",
                "WebAgentURL",
            ]
        ),

        // Beside it: what a sign-in did, as a HAR file and as a picture. It uses the packages' own API only.
        .target(
            name: "SignInTrace",
            dependencies: [
                "CZlib", "HTTPTransport", "WebAgent", "WebAgentCookies", "WebAgentScripting", "WebAgentURL", "XMLTree",
            ]
        ),

        // Apart: the sandbox is written a second time from the reference and shares no client module.
        .target(
            name: "FinesseSandbox",
            dependencies: [
                "CSQLite", "CXMLSec", "XMLTree",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "HummingbirdTLS", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "SwiftASN1", package: "swift-asn1"),
                .product(name: "X509", package: "swift-certificates"),
                .product(name: "Yams", package: "Yams"),
            ]
        ),

        // Top: the composition roots.
        .executableTarget(
            name: "FinesseCLI",
            dependencies: [
                "Finesse", "FinesseSSO", "FinesseSSOWebAgent", "FinesseSandbox", "FinesseTypes", "HTTPTransport",
                "HTTPTransportCurl", "ProgramOutput", "SignInTrace", "TokenStoreSecretService", "WebAgent",
                "WebAgentCookies",
                "WebAgentHTML", "WebAgentURL",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Yams", package: "Yams"),
            ]
        ),
        .executableTarget(
            name: "finesse-sandbox",
            dependencies: [
                "FinesseSandbox",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),
        .executableTarget(
            name: "WebAgentCLI",
            dependencies: [
                "HTTPTransport", "HTTPTransportCurl", "ProgramOutput", "WebAgent", "WebAgentCookies",
                "WebAgentScripting",
                "WebAgentURL",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),

        // Not products.
        .executableTarget(name: "conformance", dependencies: ["ConformanceSuites"]),
        .target(
            name: "ConformanceSuites",
            dependencies: [
                "HTTPTransport", "HTTPTransportTesting", "WebAgent", "WebAgentCookies", "WebAgentHTML",
                "WebAgentScripting", "WebAgentURL",
            ]
        ),
        .target(name: "HTTPTransportTesting", dependencies: ["HTTPTransport"]),
        .target(name: "TokenStoreTesting", dependencies: ["FinesseSSO", "FinesseTypes", "HTTPTransport"]),
        .executableTarget(
            name: "secret-service-checks",
            dependencies: ["FinesseSSO", "TokenStoreSecretService", "TokenStoreTesting"]
        ),
        .target(
            name: "TestSupport",
            dependencies: [
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOHTTP2", package: "swift-nio-http2"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "SwiftASN1", package: "swift-asn1"),
                .product(name: "X509", package: "swift-certificates"),
            ]
        ),

        .testTarget(name: "ArchitectureTests", resources: [.copy("Resources/graph.txt")]),
        .testTarget(name: "CryptographyTests", dependencies: ["Cryptography"]),
        .testTarget(
            name: "HTTPTransportTests",
            dependencies: ["HTTPTransport", "HTTPTransportTesting"]
        ),
        .testTarget(
            name: "HTTPTransportCurlTests",
            dependencies: ["HTTPTransport", "HTTPTransportCurl", "HTTPTransportTesting", "TestSupport"]
        ),
        .testTarget(name: "WebAgentURLTests", dependencies: ["WebAgentURL"]),
        .testTarget(name: "WebAgentCookiesTests", dependencies: ["WebAgentCookies", "WebAgentURL"]),
        .testTarget(name: "WebAgentHTMLTests", dependencies: ["WebAgentHTML", "WebAgentURL"]),
        .testTarget(
            name: "WebAgentScriptingTests",
            dependencies: ["WebAgentHTML", "WebAgentScripting", "WebAgentURL"]
        ),
        .testTarget(
            name: "WebAgentTests",
            dependencies: [
                "HTTPTransport", "HTTPTransportTesting", "WebAgent", "WebAgentCookies", "WebAgentHTML",
                "WebAgentScripting", "WebAgentURL",
            ]
        ),
        .testTarget(
            name: "WebAgentProcessTests",
            dependencies: [
                "HTTPTransport", "HTTPTransportTesting", "WebAgent", "WebAgentScripting", "WebAgentURL",
                "web-agent-page-host",
            ]
        ),
        .testTarget(
            name: "TokenStoreTestingTests",
            dependencies: ["FinesseSSO", "FinesseTypes", "HTTPTransport", "TokenStoreTesting"]
        ),
        .testTarget(
            name: "TokenStoreSecretServiceTests",
            dependencies: ["TokenStoreTesting", "secret-service-checks"]
        ),
        .testTarget(name: "XMLTreeTests", dependencies: ["XMLTree"]),
        .testTarget(
            name: "FinesseTests",
            dependencies: ["Finesse", "FinesseTypes", "HTTPTransport", "HTTPTransportTesting", "XMLTree"]
        ),
        .testTarget(
            name: "FinesseSSOTests",
            dependencies: [
                "Cryptography", "Finesse", "FinesseSSO", "FinesseTypes", "HTTPTransport", "HTTPTransportTesting",
                "TokenStoreTesting",
            ]
        ),
        .testTarget(
            name: "FinesseSSOWebAgentTests",
            dependencies: [
                "Finesse", "FinesseSSO", "FinesseSSOWebAgent", "FinesseTypes", "HTTPTransport", "HTTPTransportTesting",
                "WebAgent",
                "WebAgentScripting",
            ]
        ),
        .testTarget(
            name: "SignInTraceTests",
            dependencies: [
                "HTTPTransport", "HTTPTransportTesting", "SignInTrace", "TestSupport", "WebAgent", "WebAgentCookies",
                "WebAgentURL",
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            exclude: ["Fixtures"]
        ),
        .testTarget(name: "FinesseSandboxTests", dependencies: ["FinesseSandbox", "XMLTree"]),
        .testTarget(
            name: "FinesseCLITests",
            dependencies: [
                "FinesseCLI", "FinesseSSO", "FinesseSandbox", "FinesseTypes", "HTTPTransport", "SignInTrace",
                "TestSupport",
                "web-agent-page-host",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            exclude: ["Fixtures"]
        ),
        .testTarget(
            name: "WebAgentCLITests",
            dependencies: [
                "HTTPTransport", "HTTPTransportCurl", "HTTPTransportTesting", "WebAgent", "WebAgentCLI",
                "WebAgentCookies", "WebAgentURL", "web-agent-page-host",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            exclude: ["Fixtures"]
        ),
        .testTarget(
            name: "EndToEndTests",
            dependencies: [
                "Finesse", "FinesseSSO", "FinesseSSOWebAgent", "FinesseSandbox", "FinesseTypes", "HTTPTransport",
                "HTTPTransportCurl", "SignInTrace", "TestSupport", "WebAgent", "WebAgentCookies",
                "WebAgentScripting", "WebAgentURL", "XMLTree", "finesse-sandbox", "web-agent-page-host",
            ]
        ),
        .testTarget(
            name: "ConformanceTests",
            dependencies: [
                "ConformanceSuites", "HTTPTransport", "HTTPTransportTesting", "WebAgent", "WebAgentCookies",
                "WebAgentScripting", "WebAgentURL",
            ],
            exclude: ["Resources"]
        ),
    ]
)

// One loop, so that no target of ours is forgotten: language mode 6, strict concurrency and memory safety, no warnings.
let cTargets: Set<String> = [
    "CCryptography", "CCurl", "CLibXML2", "CXMLSec", "CJavaScriptCore", "CProcessBox", "CPublicSuffix",
    "CSQLite", "CSecretService",
    "CUnicode", "CZlib",
]
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
