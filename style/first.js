// The first thing of a page, and a part of it, so that it comes whenever the page does: it sets the theme before anything
// is painted, makes the one door through which HTML and helpers come in, and tells where the viewer can't start. Written
// for browsers that are too old for the viewer as well.
(function () {
  'use strict';
  var root = document.documentElement;
  try {
    var theme = localStorage.getItem('crossread-theme');
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  } catch (refused) {
    // Storage is refused: the system's theme holds.
  }

  // What the viewer draws has neither scripts nor what loads something, and its helpers lie beside it. The browser asks
  // this policy, and takes text from nowhere else.
  function html(text) {
    if (/<(?:script|iframe|object|embed|base|meta|link|style|template)\b/i.test(text)) throw new TypeError('unfit HTML');
    return text;
  }
  function helper(address) {
    var url = new URL(address, location.href);
    if (url.origin !== location.origin || !/\/crossread-[a-z]+-[0-9a-f]+\.js$/.test(url.pathname)) {
      throw new TypeError('unfit helper');
    }
    return url.href;
  }
  var types = window.trustedTypes;
  var door = { createHTML: html, createScriptURL: helper };
  if (types) door = types.createPolicy('crossread', door);

  function on(what) {
    return root.dataset.viewer === what;
  }
  // Says on the page why the viewer is not there; the first reason is the one that counts.
  function failed(why, state) {
    if (on('failed') || on('stopped') || (on('ready') && !state)) return;
    root.dataset.viewer = state || 'failed';
    page.why = why;
    say();
  }
  // What is searched for, and that it is: the viewer may take a while to come, and then says it itself.
  function seek() {
    var box = document.getElementById('q');
    var place = document.getElementById('searching');
    var asked = new URLSearchParams(location.search).get('q');
    if (!box || !place || !asked || !on('coming')) return;
    box.value = asked;
    place.textContent = 'Searching …';
  }
  function say() {
    seek();
    var note = document.getElementById('lost');
    var place = document.getElementById('lost-why');
    if (!note || !place) return;
    // The style hides it as well, but may not have come.
    note.hidden = !page.why;
    if (!page.why) return;
    place.textContent = page.why;
    // What was searched for is kept: to be read, and asked again when the page is loaded again.
    var box = document.getElementById('q');
    var asked = new URLSearchParams(location.search).get('q');
    if (box && asked && !box.value) box.value = asked;
  }
  function named(address) {
    return String(address).split(/[?#]/)[0].split('/').pop();
  }

  var page = {
    failed: failed,
    begun: false,
    // What links within the site begin with.
    root: function () {
      var told = document.querySelector('meta[name=crossread-root]');
      return new URL((told && told.content) || './', location.href).pathname;
    },
    // Where a link leads to, beginning with the root; empty for another host, and this place for an empty link.
    where: function (href) {
      var url = new URL(href || location.href, location.href);
      return url.origin === location.origin ? url.pathname + url.search + url.hash : '';
    },
    // A link as it can be sent.
    whole: function (link) {
      return new URL(link, location.href).href;
    },
    // Writes a place into the address, in place of the one that is there or after it. A browser refuses more than some
    // hundred changes in half a minute; the view then changes all the same.
    go: function (link, replace) {
      try {
        history[replace ? 'replaceState' : 'pushState'](null, '', link);
      } catch (refused) {}
    },
    // Sets what an element holds.
    html: function (element, text) {
      element.innerHTML = door.createHTML(text);
    },
    script: function (address) {
      return door.createScriptURL(address);
    },
    worker: function (address) {
      return new Worker(page.script(address), { type: 'module' });
    },
    // Where the words stand that a reader has marked within a document's paragraphs, in code points of its text.
    marked: function () {
      var all = getSelection();
      if (!all.rangeCount || all.isCollapsed) return '';
      var marked = all.getRangeAt(0);
      var start, end;
      function length(range) {
        return Array.from(String(range)).length;
      }
      Array.from(document.querySelectorAll('.body [data-at]')).forEach(function (paragraph) {
        if (!marked.intersectsNode(paragraph)) return;
        var part = document.createRange();
        part.selectNodeContents(paragraph);
        var before = part.cloneRange();
        if (marked.compareBoundaryPoints(Range.START_TO_START, part) > 0) part.setStart(marked.startContainer, marked.startOffset);
        if (marked.compareBoundaryPoints(Range.END_TO_END, part) < 0) part.setEnd(marked.endContainer, marked.endOffset);
        if (!String(part).trim()) return;
        before.setEnd(part.startContainer, part.startOffset);
        var at = +paragraph.dataset.at + length(before);
        if (start === undefined) start = at;
        end = at + length(part);
      });
      return start === undefined ? '' : start + '-' + end;
    },
    // Why something could not be done, for somebody who reads.
    reason: function (error) {
      var text = String(error && error.message ? error.message : error);
      if (/memory|allocation/i.test(text)) return 'There is not enough memory for the program of this site.';
      if (/unsafe-eval|Content Security Policy/i.test(text)) return 'This host, or an add-on, forbids the program of this site.';
      return 'One of the files of its program is missing, damaged or of another build (' + text + '). Load the page again.';
    },
  };
  window.crossreadPage = page;
  root.dataset.viewer = 'coming';
  document.addEventListener('readystatechange', say);

  // Within another page (`?embed`): what stands around the view goes (style/embed.css), links out of it open beside that
  // page, which is told the height.
  function embedded() {
    document.addEventListener('click', function (event) {
      var link = event.target.closest ? event.target.closest('a[href]') : null;
      if (!link || (link.pathname === location.pathname && !link.classList.contains('whence'))) return;
      link.target = '_blank';
      link.rel = 'noopener';
      event.stopImmediatePropagation();
    }, true);
    document.addEventListener('DOMContentLoaded', function () {
      var name = document.querySelector('meta[property="og:site_name"]');
      var link = document.createElement('a');
      var query = new URLSearchParams(location.search);
      query.delete('embed');
      link.className = 'whence';
      link.href = location.pathname + (String(query) ? '?' + query : '');
      link.textContent = 'From “' + (name ? name.content : document.title) + '”, read across by Crossread: open it there';
      document.body.appendChild(link);
      if (parent === window || !window.ResizeObserver) return;
      new ResizeObserver(function () {
        parent.postMessage({ crossread: 'height', height: Math.ceil(root.getBoundingClientRect().height) }, '*');
      }).observe(root);
    });
  }
  if (/[?&]embed(?:[=&]|$)/.test(location.search)) {
    root.dataset.embed = '';
    embedded();
  }

  // A site in one file holds all that it needs.
  if (location.protocol === 'file:' && !root.dataset.kept) {
    failed('This page was opened from a disk, where browsers start no programs: it has to come from a web server.');
  } else if (typeof WebAssembly !== 'object') {
    failed('This browser can’t run the program of this site: it has no WebAssembly, or it is switched off.');
  } else if (!window.Worker || !window.Promise || !('noModule' in document.createElement('script'))) {
    failed('This browser is too old for the program of this site.');
  }

  addEventListener('error', function (event) {
    var from = event.target;
    if (from && from.tagName === 'SCRIPT') failed('A file of its program did not come: ' + named(from.src) + '.');
    if (!event.message) return;
    if (!on('ready')) failed(page.reason(event.message));
    else if (/RuntimeError|unreachable|memory/i.test(event.message)) stopped();
  }, true);
  function stopped() {
    failed('The program of this site stopped; it may have run out of memory. Load the page again to go on.', 'stopped');
  }
  addEventListener('unhandledrejection', function (event) {
    if (on('ready') && event.reason instanceof WebAssembly.RuntimeError) stopped();
  });
  // A script that comes, and is not the one that was sent. Where it loads, the window is not told.
  document.addEventListener('load', function (event) {
    var from = event.target;
    if (from && from.tagName === 'SCRIPT' && from.type === 'module' && !page.begun) {
      failed('A file of its program is empty or another one: ' + named(from.src) + '.');
    }
  }, true);
  document.addEventListener('securitypolicyviolation', function (event) {
    // What is only fetched ahead is no part of the page yet: Firefox has no directive for it but the default.
    var ahead = document.querySelector('link[rel=prefetch][href$="' + String(event.blockedURI).replace(/^.*\//, '').replace(/[^\w.-]/g, '') + '"]');
    if (!ahead && /^(script|worker|connect|default)/.test(event.effectiveDirective) && event.disposition === 'enforce') {
      failed('This host, or an add-on, forbids the program of this site (' + event.effectiveDirective + ').');
    }
  });
  // A page waits for its styles before it is painted, for ever where one never answers. After a while it is shown without
  // those that have not come; asked for by a script, none of them is waited for, and they hold when they come.
  setTimeout(function () {
    Array.from(document.querySelectorAll('link[rel=stylesheet]')).forEach(function (link) {
      if (!link.sheet) link.parentNode.replaceChild(link.cloneNode(), link);
    });
  }, 3000);
  // Slow is not broken: it may still come, and the words go then.
  setTimeout(function () {
    if (on('coming')) {
      root.dataset.late = '';
      page.why = 'The program of this site has not come yet; the connection may be slow.';
      say();
    }
  }, 10000);
})();
