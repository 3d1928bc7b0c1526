import CJavaScriptCore

// Unsafe, wrapper folder of JavaScriptCore. What keeps it true: every value read here is an argument, a result or an exception of the
// call that is running, so the collector sees it; what is made here goes straight back to the engine.

extension ScriptContext {
    /// Reads a value of the engine.
    func value(from value: JSValueRef?, in context: JSContextRef) -> ScriptValue {
        guard let value = unsafe value else { return .undefined }
        switch unsafe JSValueGetType(context, value) {
        case kJSTypeUndefined: return .undefined
        case kJSTypeNull: return .null
        case kJSTypeBoolean: return .boolean(unsafe JSValueToBoolean(context, value))
        case kJSTypeNumber: return .number(unsafe JSValueToNumber(context, value, nil))
        case kJSTypeString: return .string(unsafe string(from: value, in: context))
        case kJSTypeObject: return unsafe object(from: value, in: context)
        default: return .object
        }
    }

    private func object(from value: JSValueRef, in context: JSContextRef) -> ScriptValue {
        if unsafe JSValueIsObjectOfClass(context, value, group.classes.node),
            let native = unsafe nativeObject(of: JSValueToObject(context, value, nil)),
            case .node(let number) = native.role
        {
            // The number of a node of another document means nothing here.
            return native.context === self ? .node(number) : .object
        }
        let kind = unsafe JSValueGetTypedArrayType(context, value, nil)
        if kind == kJSTypedArrayTypeNone { return .object }
        guard let object = unsafe JSValueToObject(context, value, nil) else { return .object }
        if kind == kJSTypedArrayTypeArrayBuffer {
            let count = unsafe JSObjectGetArrayBufferByteLength(context, object, nil)
            return unsafe bytes(JSObjectGetArrayBufferBytesPtr(context, object, nil), count)
        }
        let count = unsafe JSObjectGetTypedArrayByteLength(context, object, nil)
        let offset = unsafe JSObjectGetTypedArrayByteOffset(context, object, nil)
        guard let start = unsafe JSObjectGetTypedArrayBytesPtr(context, object, nil) else { return .bytes([]) }
        return unsafe bytes(start + offset, count)
    }

    private func bytes(_ start: UnsafeMutableRawPointer?, _ count: Int) -> ScriptValue {
        .bytes(unsafe Array(UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count)))
    }

    private func string(from value: JSValueRef, in context: JSContextRef) -> String {
        guard let text = unsafe JSValueToStringCopy(context, value, nil) else { return "" }
        defer { unsafe JSStringRelease(text) }
        return unsafe ScriptText.string(text)
    }

    /// Makes a value of the engine.
    func reference(to value: ScriptValue, in context: JSContextRef) -> JSValueRef? {
        switch value {
        case .undefined, .object: return unsafe JSValueMakeUndefined(context)
        case .null: return unsafe JSValueMakeNull(context)
        case .boolean(let flag): return unsafe JSValueMakeBoolean(context, flag)
        case .number(let number): return unsafe JSValueMakeNumber(context, number)
        case .string(let text): return unsafe ScriptText.with(text) { unsafe JSValueMakeString(context, $0) }
        case .node(let number): return unsafe wrapper(of: number)
        case .window(let number): return unsafe window(number)
        case .global(let document):
            return unsafe otherContext(document).map { unsafe JSContextGetGlobalObject($0.reference) }
                ?? JSValueMakeNull(context)
        case .foreignNode(let document, let number):
            return unsafe otherContext(document)?.wrapper(of: number) ?? JSValueMakeNull(context)
        case .bytes(let bytes):
            let array = unsafe JSObjectMakeTypedArray(context, kJSTypedArrayTypeUint8Array, bytes.count, nil)
            if let start = unsafe JSObjectGetTypedArrayBytesPtr(context, array, nil), !bytes.isEmpty {
                unsafe start.copyMemory(from: bytes, byteCount: bytes.count)
            }
            return unsafe array
        case .list(let values):
            let array = unsafe JSObjectMakeArray(context, 0, nil, nil)
            for (index, value) in values.enumerated() {
                unsafe JSObjectSetPropertyAtIndex(
                    context,
                    array,
                    UInt32(index),
                    self.reference(to: value, in: context),
                    nil
                )
            }
            return unsafe array
        }
    }

    /// Reads what was thrown.
    func error(from exception: JSValueRef) -> ScriptError {
        var message = ""
        if unsafe JSValueIsObject(reference, exception) {
            let name = unsafe value(from: property("name", of: exception), in: reference).text ?? "Error"
            if let text = unsafe value(from: property("message", of: exception), in: reference).text {
                message = text.isEmpty ? name : "\(name): \(text)"
            } else {
                message = "An object was thrown."
            }
        } else {
            message = unsafe string(from: exception, in: reference)
        }
        return ScriptError(
            kind: .exception,
            message: message,
            source: unsafe value(from: property("sourceURL", of: exception), in: reference).text ?? "",
            line: unsafe value(from: property("line", of: exception), in: reference).integer
        )
    }
}
