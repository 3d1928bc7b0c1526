extension Prelude {
    /// Text codings, random bytes, copies and the storages.
    static let dataLayer = #"""
        const {G, fail, own, illegal} = library;
        const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
        const btoa = value => {
            const text = String(value), out = [];
            for (let index = 0; index < text.length; index += 3) {
                const codes = [0, 1, 2].map(offset => text.charCodeAt(index + offset));
                if (codes.some(code => code > 255)) fail('InvalidCharacterError', 'The text has a character above U+00FF.');
                const bits = codes[0] << 16 | (codes[1] || 0) << 8 | (codes[2] || 0);
                out.push(alphabet[bits >> 18], alphabet[bits >> 12 & 63],
                    index + 1 < text.length ? alphabet[bits >> 6 & 63] : '=', index + 2 < text.length ? alphabet[bits & 63] : '=');
            }
            return out.join('');
        };
        const atob = value => {
            let text = String(value).replace(/[\t\n\f\r ]/g, '');
            if (text.length % 4 === 0) text = text.replace(/={1,2}$/, '');
            if (text.length % 4 === 1 || /[^A-Za-z0-9+/]/.test(text)) fail('InvalidCharacterError', 'The text is not base64.');
            const out = [];
            let bits = 0, count = 0;
            for (const letter of text) {
                bits = bits << 6 | alphabet.indexOf(letter);
                count += 6;
                if (count >= 8) { count -= 8; out.push(String.fromCharCode(bits >> count & 255)); }
            }
            return out.join('');
        };
        class TextEncoder {
            get encoding() { return 'utf-8'; }
            encode(value = '') { return host.encodeText(String(value)); }
            encodeInto(value, target) {
                let read = 0, written = 0;
                for (const letter of String(value)) {
                    const bytes = host.encodeText(letter);
                    if (written + bytes.length > target.length) break;
                    target.set(bytes, written);
                    read += letter.length;
                    written += bytes.length;
                }
                return {read, written};
            }
        }
        class TextDecoder {
            #label; #options;
            constructor(label = 'utf-8', options = {}) {
                const name = host.encodingName(String(label));
                if (name === null) throw new RangeError(`The encoding '${label}' is unknown.`);
                this.#label = name;
                this.#options = options;
            }
            get encoding() { return this.#label.toLowerCase(); }
            get fatal() { return !!this.#options.fatal; }
            get ignoreBOM() { return !!this.#options.ignoreBOM; }
            decode(bytes = new Uint8Array(0)) {
                const text = host.decodeText(bytes, this.#label);
                if (this.fatal && text.includes('\uFFFD')) throw new TypeError('The bytes are not valid.');
                return text;
            }
        }
        class Crypto {
            getRandomValues(array) {
                if (!ArrayBuffer.isView(array)) throw new TypeError('A typed array is expected.');
                if (array.byteLength > 65536) fail('QuotaExceededError', 'More than 65536 bytes were asked for.');
                new Uint8Array(array.buffer, array.byteOffset, array.byteLength).set(host.random(array.byteLength));
                return array;
            }
            randomUUID() {
                const bytes = host.random(16);
                bytes[6] = bytes[6] & 15 | 64;
                bytes[8] = bytes[8] & 63 | 128;
                const hex = [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('');
                return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
            }
        }
        library.constants(Crypto.prototype, {subtle: () => { host.missing('crypto.subtle'); }});
        const structuredClone = value => {
            const seen = new Map();
            const copy = value => {
                if (typeof value === 'function' || typeof value === 'symbol' || library.isNode(value))
                    fail('DataCloneError', 'The value cannot be copied.');
                if (typeof value !== 'object' || value === null) return value;
                if (seen.has(value)) return seen.get(value);
                const keep = made => { seen.set(value, made); return made; };
                if (value instanceof Date) return keep(new Date(value));
                if (value instanceof RegExp) return keep(new RegExp(value.source, value.flags));
                if (value instanceof ArrayBuffer) return keep(value.slice(0));
                if (ArrayBuffer.isView(value)) return keep(new value.constructor(value));
                if (value instanceof Map) { const made = keep(new Map()); for (const [k, v] of value) made.set(copy(k), copy(v)); return made; }
                if (value instanceof Set) { const made = keep(new Set()); for (const item of value) made.add(copy(item)); return made; }
                const made = keep(Array.isArray(value) ? new Array(value.length)
                    : value instanceof Error ? new (G[value.name] ?? Error)(value.message) : {});
                for (const key of Object.keys(value)) made[key] = copy(value[key]);
                return made;
            };
            return copy(value);
        };
        const areas = new WeakMap();
        class Storage {
            constructor() { illegal(); }
            get length() { return host.storageKeys(areas.get(this)).length; }
            key(index) { return host.storageKeys(areas.get(this))[index] ?? null; }
            getItem(key) { return host.storageGet(areas.get(this), String(key)); }
            setItem(key, value) { host.storageSet(areas.get(this), String(key), String(value)); }
            removeItem(key) { host.storageRemove(areas.get(this), String(key)); }
            clear() { host.storageClear(areas.get(this)); }
        }
        const storage = area => {
            const target = Object.create(Storage.prototype);
            const proxy = new Proxy(target, {
                get: (_, key, receiver) => key in target || typeof key === 'symbol' ? Reflect.get(target, key, receiver)
                    : host.storageGet(area, key) ?? undefined,
                set: (_, key, value) => { host.storageSet(area, String(key), String(value)); return true; },
                has: (_, key) => key in target || (typeof key === 'string' && host.storageGet(area, key) !== null),
                deleteProperty: (_, key) => { host.storageRemove(area, String(key)); return true; },
                ownKeys: () => host.storageKeys(area),
                getOwnPropertyDescriptor: (_, key) => {
                    const value = typeof key === 'string' ? host.storageGet(area, key) : null;
                    return value === null ? undefined : {value, writable: true, enumerable: true, configurable: true};
                },
            });
            areas.set(target, area);
            areas.set(proxy, area);
            return proxy;
        };
        const made = {atob, btoa, TextEncoder, TextDecoder, Crypto, structuredClone, Storage};
        const lazily = (name, make) => Object.defineProperty(made, name, {get: () => own(cache, name, make)});
        const cache = new Map();
        lazily('crypto', () => Object.create(Crypto.prototype));
        lazily('localStorage', () => storage('local'));
        lazily('sessionStorage', () => storage('session'));
        return made;
        """#
}
