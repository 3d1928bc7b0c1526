extension Prelude {
    /// What asks about layout, fonts and styles; there are none, so that the observers never have anything to tell.
    static let layoutLayer = #"""
        const {constants, defineHandlers, ignored, inert, put} = library;
        const observer = kind => {
            inert(kind.prototype, 'observe,unobserve,disconnect');
            return inert(kind.prototype, 'takeRecords', () => []);
        };
        const checked = callback => { if (typeof callback !== 'function') throw new TypeError('A function is expected.'); };
        class IntersectionObserver {
            #margin; #thresholds;
            constructor(callback, {rootMargin = '0px 0px 0px 0px', threshold = 0} = {}) {
                checked(callback);
                this.#margin = String(rootMargin);
                this.#thresholds = [].concat(threshold).map(Number);
            }
            get rootMargin() { return this.#margin; }
            get thresholds() { return this.#thresholds; }
        }
        constants(observer(IntersectionObserver), {root: null});
        class ResizeObserver { constructor(callback) { checked(callback); } }
        inert(ResizeObserver.prototype, 'observe,unobserve,disconnect');
        class PerformanceObserver { constructor(callback) { checked(callback); } }
        inert(PerformanceObserver.prototype, 'observe,disconnect');
        inert(PerformanceObserver.prototype, 'takeRecords', () => []);
        constants(PerformanceObserver, {supportedEntryTypes: () => []});

        class FontFaceSet extends EventTarget {}
        constants(FontFaceSet.prototype, {status: 'loaded', size: 0, ready: () => Promise.resolve(fonts)});
        inert(FontFaceSet.prototype, 'check', () => true);
        inert(FontFaceSet.prototype, 'load', () => Promise.resolve([]));
        inert(FontFaceSet.prototype, 'has,delete', () => false);
        inert(FontFaceSet.prototype, 'add', () => fonts);
        inert(FontFaceSet.prototype, 'clear,forEach');
        defineHandlers(FontFaceSet.prototype, ['loading', 'loadingdone', 'loadingerror']);
        const fonts = new FontFaceSet();

        class VisualViewport extends EventTarget {}
        constants(VisualViewport.prototype, {offsetLeft: 0, offsetTop: 0, pageLeft: 0, pageTop: 0, width: 1280, height: 720, scale: 1});
        defineHandlers(VisualViewport.prototype, ['resize', 'scroll', 'scrollend']);

        // Source: CSSOM, section 2.1, "serialize an identifier".
        const escape = value => {
            const text = String(value);
            return [...text].map((letter, index) => {
                const code = letter.codePointAt(0);
                if (code === 0) return '\uFFFD';
                const isDigit = code >= 48 && code <= 57;
                if (code < 32 || code === 127 || (isDigit && (index === 0 || (index === 1 && text[0] === '-')))) return `\\${code.toString(16)} `;
                if (letter === '-' && text.length === 1) return '\\-';
                return code >= 128 || isDigit || /[-_a-zA-Z]/.test(letter) ? letter : `\\${letter}`;
            }).join('');
        };
        const CSS = {};
        Object.defineProperty(CSS, Symbol.toStringTag, {value: 'CSS', configurable: true});
        put(CSS, 'escape', escape, true);
        inert(CSS, 'supports', () => true);
        return {IntersectionObserver, ResizeObserver, PerformanceObserver, FontFaceSet, VisualViewport, CSS, fonts,
            visualViewport: new VisualViewport()};
        """#
}
