extension MemberFamily {
    static let documents = MemberFamily(
        "documents",
        #"""
        [Document] document
        documentElement: e.documentElement.localName === 'html'
        doctype: e.doctype.name === 'html'
        head: e.head.localName === 'head'
        own body: e.body.localName === 'body' && (e.body = make('body'), e.body.children.length === 0)
        title: e.title === 'T' && (e.title = ' a  b ', e.title === 'a b' && e.querySelector('title').textContent === ' a  b ') && (e.title = 'T', true)
        URL: e.URL === 'https://idp.example.test/login?a=1'
        documentURI: e.documentURI === 'https://idp.example.test/login?a=1'
        domain: e.domain === 'idp.example.test'
        referrer: e.referrer === 'https://sp.example.test/'
        cookie: (e.cookie = 'm=1; path=/', e.cookie.includes('m=1') && !e.cookie.includes('path'))
        own readyState: new Promise(done => { const seen = [e.readyState]; const made = make('script'); made.textContent = 'window.state = document.readyState'; document.body.append(made); done(e.readyState === 'complete' && window.state === 'complete'); })
        lastModified: /^\d\d\/\d\d\/\d{4} \d\d:\d\d:\d\d$/.test(e.lastModified)
        compatMode: e.compatMode === 'CSS1Compat'
        characterSet: e.characterSet === 'UTF-8'
        charset: e.charset === 'UTF-8'
        inputEncoding: e.inputEncoding === 'UTF-8'
        defaultView: e.defaultView === window && e.implementation.createHTMLDocument('').defaultView === null
        location: e.location === location && e.implementation.createHTMLDocument('').location === null
        dir: e.dir === '' && (e.dir = 'rtl', e.documentElement.getAttribute('dir') === 'rtl') && (e.documentElement.removeAttribute('dir'), true)
        activeElement: e.activeElement === e.body && (user.focus(), e.activeElement === user)
        currentScript: (() => { const made = make('script'); made.textContent = 'window.seen = document.currentScript'; box.append(made); return window.seen === made && e.currentScript === null; })()
        implementation: e.implementation === e.implementation && e.implementation.createHTMLDocument('x').title === 'x'
        scrollingElement: e.scrollingElement === e.documentElement
        all: e.all.length > 10 && e.all[0] === e.documentElement
        forms: e.forms.length === 1 && e.forms.login === form
        images: e.images.length === 1 && e.images[0] === image
        links: e.links.length === 1 && e.links[0] === link
        anchors: e.anchors.length === 1 && e.anchors[0] === link
        scripts: e.scripts.length === 0 && (box.append(make('script')), e.scripts.length === 1)
        embeds: e.embeds.length === 0 && (box.append(make('embed')), e.embeds.length === 1)
        plugins: e.plugins.length === 0 && (box.append(make('embed')), e.plugins.length === 1)
        frames: e.frames.length === 0 && (box.append(make('iframe')), e.frames.length === 1)
        getElementById: e.getElementById('para') === para && e.getElementById('x') === null
        getElementsByName: e.getElementsByName('kind').length === 2
        createElement: e.createElement('P').outerHTML === '<p></p>' && (() => { try { e.createElement('<'); } catch (error) { return error.name === 'InvalidCharacterError'; } })()
        createElementNS: e.createElementNS('urn:x', 'a:b').namespaceURI === 'urn:x' && e.createElementNS(null, 'b').namespaceURI === null
        createTextNode: e.createTextNode('x').data === 'x'
        createComment: e.createComment('x').nodeType === 8
        createDocumentFragment: e.createDocumentFragment().nodeType === 11
        createAttribute: e.createAttribute('TITLE').name === 'title'
        createEvent: { const made = e.createEvent('MouseEvents'); let got; made.initEvent('x', true, true); box.addEventListener('x', event => { got = event; }, {once: true}); para.dispatchEvent(made); return got === made && made instanceof MouseEvent; }
        createRange: e.createRange().startContainer === document && e.createRange() instanceof Range
        getSelection: (e.getSelection().collapse(para, 0), e.getSelection().anchorNode === para)
        createTreeWalker: e.createTreeWalker(box, 1).nextNode() === para
        createNodeIterator: e.createNodeIterator(box, 1).nextNode() === box
        importNode: e.importNode(e.implementation.createHTMLDocument('x').querySelector('title'), true).textContent === 'x' && e.importNode(para).firstChild === null
        adoptNode: e.adoptNode(para) === para && para.parentNode === null && para.ownerDocument === e
        children: e.children.length === 1
        firstElementChild: e.firstElementChild === e.documentElement
        lastElementChild: e.lastElementChild === e.documentElement
        childElementCount: e.childElementCount === 1
        own append: (e.append(new Comment('x')), e.lastChild.data === 'x')
        own prepend: (e.prepend(new Comment('x')), e.firstChild.data === 'x')
        own replaceChildren: (e.replaceChildren(make('html')), e.childNodes.length === 1)
        querySelector: e.querySelector('p + p') === other
        querySelectorAll: e.querySelectorAll('p').length === 2
        getElementsByTagName: e.getElementsByTagName('p').length === 2
        getElementsByTagNameNS: e.getElementsByTagNameNS('http://www.w3.org/1999/xhtml', 'p').length === 2
        getElementsByClassName: e.getElementsByClassName('one')[0] === box
        own write: (e.write('<p id=', 'made>x'), e.close(), e.getElementById('made').textContent === 'x' && e.getElementById('para') === null)
        own writeln: (e.writeln('<pre id=made>x'), e.close(), e.getElementById('made').textContent === 'x\n')
        own open: (e.open(), e.documentElement === null && e.readyState === 'loading')
        own close: (e.open(), e.write('<p>x'), e.close(), e.readyState !== 'loading' && e.body.textContent === 'x')
        [HTMLDocument] document
        [DOMImplementation] document.implementation
        createHTMLDocument: e.createHTMLDocument('x').title === 'x' && e.createHTMLDocument('x').body.ownerDocument !== document
        [DOMParser] new DOMParser()
        parseFromString: e.parseFromString('<p id=made>x', 'text/html').getElementById('made').textContent === 'x' && document.getElementById('made') === null
        """#
    )
}
