extension Prelude {
    /// `XMLSerializer` and `FileReader`.
    static let readingLayer = #"""
        const {G, defineHandlers, dispatch, fail, fresh, isNode, put} = library;
        const escaped = (text, isAttribute) => text.replace(/[&<>"]/g, letter => letter === '"' && !isAttribute ? '"'
            : {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;'}[letter]);
        const empty = /^(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;
        const xhtml = 'http://www.w3.org/1999/xhtml';
        // Source: DOM Parsing and Serialization, section 3.2, for trees without prefixes.
        const serialize = (node, outer) => {
            const children = namespace => host.childNodes(node).map(child => serialize(child, namespace)).join('');
            switch (host.nodeType(node)) {
            case 1: {
                const namespace = host.namespace(node), name = namespace === xhtml ? host.localName(node) : host.nodeName(node);
                const attributes = host.attributeNames(node).filter(key => key !== 'xmlns')
                    .map(key => ` ${key}="${escaped(host.getAttribute(node, key) ?? '', true)}"`).join('');
                const declared = namespace === outer ? '' : ` xmlns="${escaped(namespace ?? '', true)}"`;
                const inside = children(namespace);
                if (inside === '' && (namespace !== xhtml || empty.test(name))) return `<${name}${declared}${attributes}${namespace === xhtml ? ' ' : ''}/>`;
                return `<${name}${declared}${attributes}>${inside}</${name}>`;
            }
            case 3: return escaped(host.data(node), false);
            case 8: return `<!--${host.data(node)}-->`;
            case 10: {
                const [name, publicId, systemId] = host.doctype(node);
                return `<!DOCTYPE ${name}${publicId ? ` PUBLIC "${publicId}"` : systemId ? ' SYSTEM' : ''}${systemId ? ` "${systemId}"` : ''}>`;
            }
            default: return children(outer);
            }
        };
        class XMLSerializer {
            serializeToString(node) {
                if (!isNode(node)) throw new TypeError('Argument 1 is not a node');
                return serialize(node, null);
            }
        }

        const states = {EMPTY: 0, LOADING: 1, DONE: 2};
        class FileReader extends EventTarget {
            #state = 0; #result = null; #error = null; #run = 0;
            get readyState() { return this.#state; }
            get result() { return this.#result; }
            get error() { return this.#error; }
            #tell(type) { dispatch(fresh('ProgressEvent', type), this); }
            #read(blob, convert) {
                if (!(blob instanceof G.Blob)) throw new TypeError('Argument 1 is not a Blob');
                if (this.#state === 1) fail('InvalidStateError', 'A file is being read.');
                const run = this.#run += 1;
                this.#state = 1;
                this.#result = this.#error = null;
                blob.arrayBuffer().then(buffer => G.setTimeout(() => {
                    if (run !== this.#run) return;
                    this.#tell('loadstart');
                    this.#state = 2;
                    this.#result = convert(new Uint8Array(buffer));
                    this.#tell('load');
                    if (this.#state === 2) this.#tell('loadend');
                }, 0));
            }
            readAsArrayBuffer(blob) { this.#read(blob, bytes => bytes.buffer); }
            readAsText(blob, label = 'utf-8') { this.#read(blob, bytes => host.decodeText(bytes, String(label))); }
            readAsBinaryString(blob) { this.#read(blob, binary); }
            readAsDataURL(blob) {
                this.#read(blob, bytes => `data:${blob.type || 'application/octet-stream'};base64,${G.btoa(binary(bytes))}`);
            }
            abort() {
                if (this.#state !== 1) return;
                this.#run += 1;
                this.#state = 2;
                this.#result = null;
                this.#tell('abort');
                this.#tell('loadend');
            }
        }
        const binary = bytes => Array.from(bytes, byte => String.fromCharCode(byte)).join('');
        defineHandlers(FileReader.prototype, ['loadstart', 'progress', 'load', 'abort', 'error', 'loadend']);
        for (const name of Object.keys(states)) { put(FileReader, name, states[name], true); put(FileReader.prototype, name, states[name], true); }
        return {XMLSerializer, FileReader};
        """#
}
