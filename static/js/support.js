// Before anything is loaded: whether this browser has what the page needs. Written for browsers that do not: no syntax
// later than ECMAScript 3, and no module.

(function () {
  // A module with a function from an external reference to two numbers that extends a sign, converts without trapping and
  // fills memory: the features that Rust's compiler takes for granted.
  var FEATURES = [
    0, 97, 115, 109, 1, 0, 0, 0, 1, 7, 1, 96, 1, 111, 2, 127, 127, 3, 2, 1, 0, 5, 3, 1, 0, 0, 10, 23, 1, 21, 0, 65, 0, 192, 67,
    0, 0, 0, 0, 252, 0, 65, 0, 65, 0, 65, 0, 252, 11, 0, 11
  ];

  function lacking() {
    if (!('noModule' in document.createElement('script'))) return 'JavaScript modules';
    if (!window.Promise || !window.fetch || !window.ReadableStream) return 'fetch';
    if (!window.customElements || !Element.prototype.attachShadow) return 'custom elements';
    if (!('adoptedStyleSheets' in document)) return 'adopted style sheets';
    try {
      new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(FEATURES)));
    } catch (error) {
      return 'WebAssembly';
    }
    return '';
  }

  function say(words) {
    var hosts = document.getElementsByTagName('baoyan-archive');
    for (var i = 0; i < hosts.length; i++) {
      var lines = hosts[i].getElementsByTagName('p');
      var line = lines.length && lines[0].className === 'opening' ? lines[0] : document.createElement('p');
      line.className = 'opening';
      line.setAttribute('role', 'alert');
      line.innerText = words;
      if (!line.parentNode) hosts[i].insertBefore(line, hosts[i].firstChild);
    }
  }

  function later(words) {
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', function () { say(words); });
    else say(words);
  }

  var lack = lacking();
  if (lack) {
    document.documentElement.setAttribute('data-baoyan-lacks', lack);
    later('此浏览器缺少本页所需的功能（' + lack + '），不能检索。请换用新版的 Chrome、Edge、Firefox 或 Safari。' +
      ' This browser lacks what searching needs here (' + lack + '): please use a current Chrome, Edge, Firefox or Safari.');
    return;
  }
  // A script that did not come, or came altered.
  window.addEventListener('error', function (event) {
    var source = event.target && event.target.tagName === 'SCRIPT' && event.target.src;
    if (source && /\/app-[0-9a-f]+\.js$/.test(source)) {
      later('本页没有完整送到。请刷新页面。 This page did not come whole: please reload it.');
    }
  }, true);
})();
