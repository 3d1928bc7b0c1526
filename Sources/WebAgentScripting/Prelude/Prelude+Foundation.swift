extension Prelude {
    /// The tools that every family uses: lazy interfaces, mixins, state, faults.
    static let foundation = #"""
        const G = globalThis;
        const {defineProperty, defineProperties, getOwnPropertyDescriptors, setPrototypeOf, getPrototypeOf} = Object;
        const factories = new Map(), interfaces = new Map();

        // Defines a value as the platform does: writable, configurable, not enumerable.
        const put = (target, name, value, enumerable = false) =>
            defineProperty(target, name, {value, writable: true, configurable: true, enumerable});
        // Defines a getter, with a setter or without.
        const accessor = (target, name, get, set) =>
            defineProperty(target, name, {get, set, configurable: true, enumerable: true});
        // Copies what an object defines, getters as getters.
        const mix = (target, ...sources) => {
            for (const source of sources) defineProperties(target, getOwnPropertyDescriptors(source));
        };
        // Members that answer the same for ever, and methods that do nothing, are declared as what they are: the documentation
        // is made from these marks.
        const marks = new WeakMap();
        // Getters of constant values; a function stands for what it returns. Setting does what `set` does, or nothing is set.
        const constants = (target, values, set) => {
            for (const name in values) {
                const value = values[name], get = typeof value === 'function' ? () => value() : () => value;
                marks.set(get, 'fixed');
                accessor(target, name, get, set);
            }
            return target;
        };
        const ignored = () => {};
        const withConstants = (values, made) => (constants(made.prototype, values), made);
        const withInert = (names, answer, made) => (inert(made.prototype, names, answer), made);
        // Methods that do nothing and answer the same for ever.
        const inert = (target, names, answer = ignored, enumerable = true) => {
            for (const name of names.split(',')) {
                const method = {[name]() { return answer(); }}[name];
                marks.set(method, 'inert');
                put(target, name, method, enumerable);
            }
            return target;
        };
        // Defines a global that is made when it is first used.
        const lazyGlobal = (name, make, enumerable = false) => defineProperty(G, name, {
            configurable: true, enumerable,
            get() { const value = make(); put(G, name, value, enumerable); return value; },
            set(value) { put(G, name, value, enumerable); },
        });
        // Asked for the names that nobody else on some interfaces knows.
        let endOfOthers = Object.prototype;
        // The interface with this name; made when it is first used.
        const face = name => {
            let made = interfaces.get(name);
            if (made === undefined) {
                const make = factories.get(name);
                if (!make) return undefined;
                made = make();
                defineProperty(made, 'name', {value: name, configurable: true});
                put(made.prototype, Symbol.toStringTag, name);
                defineProperty(made.prototype, Symbol.toStringTag, {writable: false});
                if (name === 'Navigator' || name === 'Screen') setPrototypeOf(made.prototype, endOfOthers);
                interfaces.set(name, made);
                put(G, name, made);
            }
            return made;
        };
        const declare = (name, make) => {
            factories.set(name, make);
            lazyGlobal(name, () => face(name));
        };
        const own = (map, key, make) => {
            let value = map.get(key);
            if (value === undefined) map.set(key, value = make());
            return value;
        };
        const illegal = () => { throw new TypeError('Illegal constructor'); };
        const text = value => String(value);
        const emptyIfNull = value => value === null ? '' : String(value);
        const ascii = value => String(value).replace(/[A-Z]+/g, part => part.toLowerCase());
        const fail = (name, message) => { throw new (face('DOMException'))(message, name); };
        // Whether native state tells an object of the platform from a look-alike.
        const isNode = value => value instanceof Node;

        const faultCodes = {INDEX_SIZE_ERR: 1, HIERARCHY_REQUEST_ERR: 3, WRONG_DOCUMENT_ERR: 4, INVALID_CHARACTER_ERR: 5,
            NO_MODIFICATION_ALLOWED_ERR: 7, NOT_FOUND_ERR: 8, NOT_SUPPORTED_ERR: 9, INUSE_ATTRIBUTE_ERR: 10, INVALID_STATE_ERR: 11,
            SYNTAX_ERR: 12, INVALID_MODIFICATION_ERR: 13, NAMESPACE_ERR: 14, INVALID_ACCESS_ERR: 15, SECURITY_ERR: 18,
            NETWORK_ERR: 19, ABORT_ERR: 20, URL_MISMATCH_ERR: 21, QUOTA_EXCEEDED_ERR: 22, TIMEOUT_ERR: 23,
            INVALID_NODE_TYPE_ERR: 24, DATA_CLONE_ERR: 25};
        declare('DOMException', () => {
        class DOMException extends Error {
            #name;
            constructor(message = '', name = 'Error') { super(message); this.#name = String(name); }
            get name() { return this.#name; }
            get code() { return faultCodes[this.#name.replace(/[A-Z]/g, '_$&').slice(1).toUpperCase()
                .replace('_ERROR', '_ERR')] ?? 0; }
        }
        for (const name in faultCodes) {
            put(DOMException, name, faultCodes[name], true);
            put(DOMException.prototype, name, faultCodes[name], true);
        }
        return DOMException;
        });
        const makeException = (name, message) =>
            name === 'TypeError' ? new TypeError(message) : new (face('DOMException'))(message, name);

        // Tells the page and the parent of an error that nobody caught.
        const report = error => {
            const isObject = error !== null && typeof error === 'object';
            const name = isObject && error.name !== undefined ? error.name : '';
            const message = isObject && error.message !== undefined
                ? (error.message === '' ? String(name || 'Error') : `${name || 'Error'}: ${error.message}`) : String(error);
            tellError(message, String(isObject && error.sourceURL || ''), Number(isObject && error.line) || 0, error);
        };
        const tellError = (message, source, line, error) => {
            host.reportError(message, source, line);
            const event = fresh('ErrorEvent', 'error', {message, filename: source, lineno: line, error, cancelable: true});
            dispatch(event, G);
        };
        """#
}
