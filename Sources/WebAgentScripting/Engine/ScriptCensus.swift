/// Counts what of a group is alive, so that a test can show that nothing is left.
///
/// Used on the one thread of its group only.
final class ScriptCensus {
    /// Values that are protected from the collector.
    var protectedValues = 0
    /// Objects of native classes that the collector has not finalized.
    var nativeObjects = 0
    /// Contexts that are open.
    var contexts = 0
}
