extension MemberFamily {
    static let elements = MemberFamily(
        "elements",
        #"""
        [Element] <div>
        @text id className=class slot
        tagName: para.tagName === 'P'
        localName: para.localName === 'p'
        namespaceURI: para.namespaceURI === 'http://www.w3.org/1999/xhtml' && document.createElementNS('http://www.w3.org/2000/svg', 'svg').namespaceURI.endsWith('svg')
        prefix: para.prefix === null && document.createElementNS('urn:x', 'y:z').prefix === 'y'
        classList: (box.classList.add('x'), box.className === 'one two x') && box.classList === box.classList && (box.classList = 'y', box.className === 'y')
        attributes: para.attributes.length === 2 && para.attributes.title.value === 't'
        hasAttributes: para.hasAttributes() && !bold.cloneNode().hasAttributes.call(make('i'))
        getAttributeNames: para.getAttributeNames().join() === 'id,title'
        getAttribute: para.getAttribute('TITLE') === 't' && para.getAttribute('x') === null
        getAttributeNS: para.getAttributeNS(null, 'title') === 't' && para.getAttributeNS('urn:x', 'title') === null
        setAttribute: (para.setAttribute('LANG', 'de'), para.lang === 'de') && (() => { try { para.setAttribute('', ''); } catch (error) { return error.name === 'InvalidCharacterError'; } })()
        setAttributeNS: (para.setAttributeNS(null, 'lang', 'de'), para.lang === 'de')
        removeAttribute: (para.removeAttribute('Title'), !para.hasAttribute('title'))
        removeAttributeNS: (para.removeAttributeNS(null, 'title'), !para.hasAttribute('title'))
        hasAttribute: para.hasAttribute('Title') && !para.hasAttribute('x')
        hasAttributeNS: para.hasAttributeNS(null, 'title') && !para.hasAttributeNS('urn:x', 'title')
        toggleAttribute: e.toggleAttribute('hidden') === true && e.hidden && e.toggleAttribute('hidden') === false && e.toggleAttribute('hidden', false) === false && !e.hidden
        getAttributeNode: para.getAttributeNode('title').value === 't' && para.getAttributeNode('x') === null
        setAttributeNode: { const made = document.createAttribute('lang'); made.value = 'de'; return para.setAttributeNode(made) === null && para.lang === 'de' && made.ownerElement === para; }
        removeAttributeNode: (para.removeAttributeNode(para.getAttributeNode('title')), !para.hasAttribute('title'))
        matches: para.matches('.one > p:first-child') && !para.matches('b')
        webkitMatchesSelector: para.webkitMatchesSelector('.one > p') && !para.webkitMatchesSelector('b')
        closest: bold.closest('div') === box && bold.closest('b') === bold && bold.closest('form') === null
        innerHTML: para.innerHTML === 'text<b id="bold">bold</b>' && (para.innerHTML = '<i>x', para.firstChild.localName === 'i')
        outerHTML: bold.outerHTML === '<b id="bold">bold</b>' && (para.outerHTML = '<i>x</i>y', box.firstChild.localName === 'i' && box.childNodes.length === 3)
        insertAdjacentHTML: (['beforebegin', 'afterbegin', 'beforeend', 'AfterEnd'].forEach((place, index) => para.insertAdjacentHTML(place, `<i>${index}</i>`)), box.textContent === '01textbold23more' && para.children.length === 3)
        insertAdjacentElement: para.insertAdjacentElement('beforebegin', other) === other && box.firstChild === other
        insertAdjacentText: (para.insertAdjacentText('afterbegin', '<'), para.firstChild.data === '<')
        getBoundingClientRect: para.getBoundingClientRect().width > 0 && (para.hidden = true, para.getBoundingClientRect().width === 0)
        getClientRects: para.getClientRects().length === 1 && (para.hidden = true, para.getClientRects().length === 0)
        checkVisibility: para.checkVisibility() && (para.hidden = true, !para.checkVisibility())
        clientWidth: para.clientWidth > 0 && (para.style.display = 'none', para.clientWidth === 0)
        clientHeight: para.clientHeight > 0 && e.clientHeight === 0
        scrollWidth: para.scrollWidth > 0 && e.scrollWidth === 0
        scrollHeight: para.scrollHeight > 0 && e.scrollHeight === 0
        before: (para.before('x', other), box.firstChild.data === 'x' && para.previousSibling === other)
        after: (other.after('x', para), box.lastChild === para && para.previousSibling.data === 'x')
        replaceWith: (para.replaceWith('x', bold), box.firstChild.data === 'x' && bold.nextSibling === other)
        remove: (para.remove(), para.parentNode === null)
        nextElementSibling: para.nextElementSibling === other && other.nextElementSibling === null
        previousElementSibling: other.previousElementSibling === para && para.previousElementSibling === null
        children: box.children.length === 2 && box.children[1] === other && box.children.other === other
        firstElementChild: para.firstElementChild === bold && bold.firstElementChild === null
        lastElementChild: box.lastElementChild === other && bold.lastElementChild === null
        childElementCount: box.childElementCount === 2 && para.childElementCount === 1
        append: (box.append('x', para), box.lastChild === para && para.previousSibling.data === 'x')
        prepend: (box.prepend(other, 'x'), box.firstChild === other && other.nextSibling.data === 'x')
        replaceChildren: (box.replaceChildren('x', bold), box.innerHTML === 'x<b id="bold">bold</b>')
        querySelector: box.querySelector('p ~ p') === other && box.querySelector('i') === null
        querySelectorAll: box.querySelectorAll('p, b').length === 3
        getElementsByTagName: box.getElementsByTagName('P').length === 2 && box.getElementsByTagName('*').length === 3
        getElementsByTagNameNS: box.getElementsByTagNameNS('http://www.w3.org/1999/xhtml', 'p').length === 2 && box.getElementsByTagNameNS('urn:x', 'p').length === 0
        getElementsByClassName: document.documentElement.getElementsByClassName('two one')[0] === box
        [HTMLElement] <div>
        @text title lang accessKey nonce inputMode enterKeyHint autocapitalize popover
        @flag hidden autofocus inert
        @choice dir - - ltr,rtl,auto
        contentEditable: e.contentEditable === 'inherit' && (e.contentEditable = 'TRUE', e.getAttribute('contenteditable') === 'true') && e.contentEditable === 'true' && (e.contentEditable = 'inherit', !e.hasAttribute('contenteditable'))
        draggable: e.draggable === false && image.draggable === true && (e.draggable = true, e.getAttribute('draggable') === 'true') && e.draggable
        spellcheck: e.spellcheck === true && (e.spellcheck = false, e.getAttribute('spellcheck') === 'false') && e.spellcheck === false
        translate: e.translate === true && (e.translate = false, e.getAttribute('translate') === 'no') && e.translate === false
        style: (e.style.color = 'red', e.getAttribute('style') === 'color: red;') && (e.style = 'top: 0', e.style.top === '0')
        dataset: (e.dataset.aB = 1, e.getAttribute('data-a-b') === '1') && e.dataset.aB === '1' && delete e.dataset.aB && !e.hasAttribute('data-a-b')
        innerText: (para.innerHTML = 'a <i hidden>b</i><br> c', para.innerText === 'a\nc') && (para.innerText = '<', para.innerHTML === '&lt;')
        outerText: other.outerText === 'more' && (other.outerText = 'x', box.lastChild.data === 'x')
        offsetWidth: para.offsetWidth > 0 && (para.style.display = 'none', para.offsetWidth === 0)
        offsetHeight: para.offsetHeight > 0 && (para.style.display = 'none', para.offsetHeight === 0)
        offsetParent: para.offsetParent === document.body && (para.hidden = true, para.offsetParent === null)
        tabIndex: e.tabIndex === -1 && user.tabIndex === 0 && (e.tabIndex = 3, e.getAttribute('tabindex') === '3') && e.tabIndex === 3
        isContentEditable: e.isContentEditable === false && (e.setAttribute('contenteditable', ''), e.isContentEditable === true)
        click: { let got; box.onclick = event => { got = event.target; }; bold.click(); tick.click(); return got === bold && tick.checked; }
        focus: { let got = 0; user.onfocus = () => { got += 1; }; user.focus(); return got === 1 && document.activeElement === user; }
        blur: { let got = 0; user.onblur = () => { got += 1; }; user.focus(); user.blur(); return got === 1 && document.activeElement === document.body; }
        [HTMLUnknownElement] <nope>
        [SVGElement] document.createElementNS('http://www.w3.org/2000/svg', 'g')
        style: (e.style.color = 'red', e.getAttribute('style') === 'color: red;')
        dataset: (e.dataset.aB = 1, e.getAttribute('data-a-b') === '1')
        focus: (box.append(e), e.setAttribute('tabindex', '0'), e.focus(), document.activeElement === e)
        blur: (box.append(e), e.setAttribute('tabindex', '0'), e.focus(), e.blur(), document.activeElement === document.body)
        [MathMLElement] document.createElementNS('http://www.w3.org/1998/Math/MathML', 'mi')
        [CSSStyleDeclaration] (box.setAttribute('style', 'color: red !important; top: 1px'), box.style)
        cssText: e.cssText === 'color: red !important; top: 1px;' && (e.cssText = 'left: 0', box.getAttribute('style') === 'left: 0;')
        length: e.length === 2
        item: e.item(1) === 'top' && e.item(2) === ''
        getPropertyValue: e.getPropertyValue('color') === 'red' && e.getPropertyValue('left') === ''
        getPropertyPriority: e.getPropertyPriority('color') === 'important' && e.getPropertyPriority('top') === ''
        setProperty: (e.setProperty('top', '2px', 'important'), e.setProperty('--x', 'y'), box.getAttribute('style') === 'color: red !important; top: 2px !important; --x: y;')
        removeProperty: e.removeProperty('color') === 'red' && box.getAttribute('style') === 'top: 1px;'
        [DOMRect] new DOMRect(1, 2, 30, -4)
        x: e.x === 1
        y: e.y === 2
        width: e.width === 30
        height: e.height === -4
        left: e.left === 1
        right: e.right === 31
        top: e.top === -2
        bottom: e.bottom === 2
        toJSON: JSON.stringify(new DOMRect(1, 2, 3, 4)) === '{"x":1,"y":2,"width":3,"height":4,"top":2,"right":4,"bottom":6,"left":1}'
        """#
    )
}
