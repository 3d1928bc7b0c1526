// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that nobody who builds FinesseKit builds a benchmark harness.
let package = Package(
    name: "Benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "FinesseKit", path: ".."),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
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
        // The side of this project in scripts/compare-pieces.
        .executableTarget(
            name: "OurPieces",
            dependencies: [.product(name: "WebAgent", package: "FinesseKit")],
            path: "Benchmarks/OurPieces",
            swiftSettings: [.swiftLanguageMode(.v6)]
        ),
    ]
)
