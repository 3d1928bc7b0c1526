// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that nobody who builds FinesseKit builds a benchmark harness.
let package = Package(
    name: "Benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "FinesseKit", path: ".."),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
    ],
    targets: [
        .executableTarget(
            name: "Pieces",
            dependencies: [
                .product(name: "Benchmark", package: "benchmark"),
                .product(name: "FinesseKit", package: "FinesseKit"),
                .product(name: "WebAgent", package: "FinesseKit"),
            ],
            path: "Benchmarks/Pieces",
            swiftSettings: [.swiftLanguageMode(.v6)],
            plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]
        ),
        .executableTarget(
            name: "sign-in-benchmark",
            dependencies: [
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "FinesseKit", package: "FinesseKit"),
                .product(name: "WebAgent", package: "FinesseKit"),
            ],
            path: "SignIn",
            swiftSettings: [.swiftLanguageMode(.v6)]
        ),
        .executableTarget(
            name: "rest-benchmark",
            dependencies: [
                "LibXML2Baseline",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "FinesseKit", package: "FinesseKit"),
            ],
            path: "REST",
            exclude: ["run.py"],
            swiftSettings: [.swiftLanguageMode(.v6)]
        ),
        .systemLibrary(name: "BaselineXML2", path: "BaselineXML2", pkgConfig: "libxml-2.0"),
        .target(name: "LibXML2Baseline", dependencies: ["BaselineXML2"], path: "LibXML2Baseline"),
        // What scripts/bench-sandbox holds the sandbox against.
        .executableTarget(
            name: "empty-server",
            dependencies: [
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "HummingbirdTLS", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
            ],
            path: "EmptyServer",
            swiftSettings: [.swiftLanguageMode(.v6)]
        ),
        // The side of this project in scripts/compare-pieces.
        .executableTarget(
            name: "OurPieces",
            dependencies: [.product(name: "WebAgent", package: "FinesseKit")],
            path: "Benchmarks/OurPieces",
            swiftSettings: [.swiftLanguageMode(.v6)]
        ),
    ]
)
