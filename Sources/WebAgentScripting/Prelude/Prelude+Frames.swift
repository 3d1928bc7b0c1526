extension Prelude {
    /// The windows of frames: what a document may see of another's, and the messages between them.
    ///
    /// Each document has window objects of its own for the frames it reaches, so that they stay the same when a frame shows
    /// another document, and every use is judged anew by the origins that the two documents have then.
    ///
    /// Source: HTML standard, sections 7.2.1 ("cross-origin objects"), 7.2.3 ("WindowProxy") and 9.3.3 (messages).
    static let framesLayer = #"""
        const {G, accessor, put, fail, dispatch, fresh, own, isNode} = library;
        const {parse, stringify} = JSON;
        const ownNumber = host.frame('own');
        const windows = new Map(), numbers = new WeakMap(), bound = new WeakMap();
        const denied = () => fail('SecurityError', 'The window belongs to a document of another origin.');
        const windowOf = number => number === ownNumber ? G : own(windows, number, () => makeWindow(number));

        // Going elsewhere is done by the document that says so, even where it may read the address.
        const makeLocation = (number, global) => {
            const go = (url, replacing) => { host.frame('steer', number, String(url), replacing); };
            const real = () => global()?.location;
            const methods = {assign: url => go(url, false), replace: url => go(url, true)};
            return new Proxy(Object.create(null), {
                get: (_, key) => {
                    const target = real();
                    if (key === 'replace' || (key === 'assign' && target)) return methods[key];
                    if (!target) return key === 'then' || typeof key === 'symbol' ? undefined : denied();
                    const value = Reflect.get(target, key, target);
                    return typeof value === 'function' ? own(bound, value, () => (...values) => Reflect.apply(value, target, values)) : value;
                },
                set: (_, key, value) => {
                    const target = real();
                    if (key !== 'href' && !target) denied();
                    const changed = key === 'href' ? value : host.changeURL(target.href, String(key), String(value));
                    if (changed !== null) go(changed, false);
                    return true;
                },
                has: (_, key) => Reflect.has(real() ?? denied(), key),
                getPrototypeOf: () => { const target = real(); return target ? Reflect.getPrototypeOf(target) : null; },
                deleteProperty: denied, defineProperty: denied, setPrototypeOf: denied, ownKeys: () => [],
                getOwnPropertyDescriptor: () => real() ? undefined : denied(),
            });
        };
        // What every window gives, whatever its origin.
        const makeShared = number => {
            const shared = {
                get window() { return windowOf(number); }, get self() { return windowOf(number); },
                get frames() { return windowOf(number); }, get top() { return windowOf(0); },
                get parent() { return windowOf(host.frame('parent', number)); },
                get length() { return host.frame('count', number); }, get closed() { return !host.frame('isOpen', number); },
                opener: null, close() {}, focus() {}, blur() {},
                postMessage(data, options, transfer) {
                    const target = typeof options === 'object' && options !== null ? options.targetOrigin ?? '/' : options ?? '/';
                    const ports = transfer ?? (typeof options === 'object' && options !== null ? options.transfer : undefined);
                    if (ports?.length) host.missing('postMessage with ports');
                    host.frame('post', number, pack(data), String(target));
                },
            };
            return Object.setPrototypeOf(shared, null);
        };
        const makeWindow = number => {
            const global = () => host.frame('global', number), shared = makeShared(number), location = makeLocation(number, global);
            const child = key => {
                const found = typeof key === 'string' ? host.frame('child', number, key) : null;
                return found === null ? undefined : windowOf(found);
            };
            const isIndex = key => typeof key === 'string' && /^(0|[1-9][0-9]*)$/.test(key);
            const open = () => global() ?? denied();
            const get = key => {
                if (key in shared) return shared[key];
                const target = global();
                if (isIndex(key)) return child(key);
                if (key === 'location') return location;
                if (target === null) {
                    const found = child(key);
                    if (found !== undefined) return found;
                    if (key === 'then' || typeof key === 'symbol') return undefined;
                    denied();
                }
                if (key === 'frameElement' && host.frame('parent', number) !== ownNumber) return null;
                const value = child(key) ?? Reflect.get(target, key, target);
                if (!/^(addEventListener|removeEventListener|dispatchEvent)$/.test(String(key))) return value;
                // These mean the window itself, not this object that stands for it.
                return own(bound, value, () => (...values) => Reflect.apply(value, target, values));
            };
            const made = new Proxy(Object.create(null), {
                get: (_, key) => get(key),
                set: (_, key, value) => {
                    if (key === 'location') { host.frame('steer', number, String(value), false); return true; }
                    return Reflect.set(open(), key, value);
                },
                has: (_, key) => key in shared || child(key) !== undefined || key === 'location' || Reflect.has(open(), key),
                deleteProperty: (_, key) => Reflect.deleteProperty(open(), key),
                defineProperty: (_, key, description) =>
                    Reflect.defineProperty(open(), key, {...description, configurable: true}),
                ownKeys: () => global() === null ? [...Object.keys(shared), 'location'] : Reflect.ownKeys(global()),
                getOwnPropertyDescriptor: (_, key) => {
                    const target = global();
                    if (target === null || key in shared) return {value: get(key), writable: false, enumerable: false, configurable: true};
                    const found = Reflect.getOwnPropertyDescriptor(target, key);
                    return found && {...found, configurable: true};
                },
                getPrototypeOf: () => { const target = global(); return target === null ? null : Reflect.getPrototypeOf(target); },
                setPrototypeOf: () => false,
                preventExtensions: () => false,
            });
            numbers.set(made, number);
            return made;
        };

        // A copy of a value as text, by which nothing of one document comes into another's hands.
        const pack = value => {
            const seen = new Map(), out = [];
            const add = value => {
                const index = out.length;
                if (value === null || typeof value === 'boolean' || typeof value === 'string') { out.push(['v', value]); return index; }
                if (value === undefined) { out.push(['u']); return index; }
                if (typeof value === 'number') { out.push(['n', Object.is(value, -0) ? '-0' : String(value)]); return index; }
                if (typeof value === 'bigint') { out.push(['b', String(value)]); return index; }
                if (typeof value === 'function' || typeof value === 'symbol' || isNode(value) || numbers.has(value) || value === G)
                    fail('DataCloneError', 'The value cannot be copied.');
                if (seen.has(value)) return seen.get(value);
                seen.set(value, index);
                const entry = [];
                out.push(entry);
                if (value instanceof Date) entry.push('d', Number(value));
                else if (value instanceof RegExp) entry.push('r', value.source, value.flags);
                else if (value instanceof Map) { entry.push('m'); for (const [key, item] of value) entry.push(add(key), add(item)); }
                else if (value instanceof Set) { entry.push('s'); for (const item of value) entry.push(add(item)); }
                else if (value instanceof Error) entry.push('e', String(value.name), String(value.message));
                else if (value instanceof ArrayBuffer) entry.push('y', 'ArrayBuffer', [...new Uint8Array(value)]);
                else if (ArrayBuffer.isView(value)) entry.push('y', value.constructor.name,
                    [...new Uint8Array(value.buffer, value.byteOffset, value.byteLength)]);
                else if (value instanceof Promise || value instanceof WeakMap || value instanceof WeakSet)
                    fail('DataCloneError', 'The value cannot be copied.');
                else {
                    if (Array.isArray(value)) entry.push('a', value.length); else entry.push('o');
                    for (const key of Object.keys(value)) entry.push(key, add(value[key]));
                }
                return index;
            };
            add(value);
            return stringify(out);
        };
        const unpack = text => {
            const list = parse(text), made = new Map();
            const read = index => {
                if (made.has(index)) return made.get(index);
                const [kind, ...rest] = list[index];
                const keep = value => { made.set(index, value); return value; };
                switch (kind) {
                case 'v': return rest[0];
                case 'n': return Number(rest[0]);
                case 'b': return BigInt(rest[0]);
                case 'd': return keep(new Date(rest[0]));
                case 'r': return keep(new RegExp(rest[0], rest[1]));
                case 'm': { const map = keep(new Map());
                    for (let at = 0; at < rest.length; at += 2) map.set(read(rest[at]), read(rest[at + 1]));
                    return map; }
                case 's': { const set = keep(new Set()); for (const at of rest) set.add(read(at)); return set; }
                case 'e': { const kinds = {EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError};
                    return keep(new (kinds[rest[0]] ?? Error)(rest[1])); }
                case 'y': { const buffer = Uint8Array.from(rest[1]).buffer;
                    return keep(rest[0] === 'ArrayBuffer' ? buffer : new (views[rest[0]] ?? Uint8Array)(buffer)); }
                case 'a': case 'o': {
                    const object = keep(kind === 'a' ? new Array(rest.shift()) : {});
                    for (let at = 0; at < rest.length; at += 2) put(object, rest[at], read(rest[at + 1]), true);
                    return object;
                }
                default: return undefined;
                }
            };
            return read(0);
        };
        const views = {Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array, Float32Array,
            Float64Array, BigInt64Array, BigUint64Array, DataView};
        const receive = (text, origin, source) => {
            dispatch(fresh('MessageEvent', 'message', {data: unpack(text), origin, source: windowOf(source)}), G);
        };
        // What is different in the window of a frame.
        const install = () => {
            accessor(G, 'parent', () => windowOf(host.frame('parent', ownNumber)), value => put(G, 'parent', value, true));
            accessor(G, 'top', () => windowOf(0));
            accessor(G, 'frameElement', () => host.frame('element'));
            accessor(G, 'name', () => host.frame('name'), value => { host.frame('name', String(value)); });
            accessor(G, 'origin', () => host.frame('origin'));
        };
        return {windowOf, receive, install};
        """#
}
