/**
 * The panel in the editor's sidebar: finds people, places and figures in the saved text, lets the editor choose, and
 * puts what is accepted into the post's meta, which is saved with the post.
 *
 * It reads the text as WordPress renders it, in the editor's own browser, by the module that readers get: what the
 * editor has seen is what they see. What is printed of it is PHP's part.
 */
"use strict";

(function ({ apiFetch, components, data, editPost, editor, element, i18n, plugins }, { analyzer, findings, locale, meta: KEY }) {
  const { createElement: el, useState } = element;
  const { __, _n, sprintf } = i18n;
  const { Button, CheckboxControl, Notice } = components;
  // It has moved between the packages since WordPress 6.6.
  const PluginDocumentSettingPanel = (editor && editor.PluginDocumentSettingPanel) || editPost.PluginDocumentSettingPanel;

  const KINDS = [
    ["person", __("People", "article-analyzer")],
    ["organization", __("Organisations", "article-analyzer")],
    ["place", __("Places", "article-analyzer")],
    ["figure", __("Figures", "article-analyzer")],
  ];

  /** The post as the database has it, raw and rendered, from its own endpoint. */
  function savedContent({ type, id }) {
    const { rest_base: base, rest_namespace: namespace = "wp/v2" } = data.select("core").getPostType(type);
    return apiFetch({ path: `/${namespace}/${base}/${id}?context=edit&_fields=content` }).then(({ content }) => content);
  }

  /** Reads and analyses; the tables of all kinds, with what belongs to storing them. */
  async function find(post) {
    const [{ analyze, readText, lists }, { plainCopy }, content] = await Promise.all([import(analyzer), import(findings), savedContent(post)]);
    const shown = document.createElement("div");
    shown.className = "article-analyzer-reading";
    shown.inert = true;
    shown.setAttribute("aria-hidden", "true");
    const root = plainCopy(content.rendered);
    shown.attachShadow({ mode: "open" }).append(root); // beyond the reach of the editor's own style sheets
    document.body.append(shown);
    try {
      const { text } = readText(root);
      const analysis = await analyze(text, { published: post.published, locale });
      const { tables } = lists(text, analysis);
      const found = KINDS.map(([kind, label]) => ({ kind, label, rows: tables.find((table) => table.kind === kind).rows })).filter(({ rows }) => rows.length > 0);
      return { text, analysis, content: content.raw, lists: found };
    } finally {
      shown.remove();
    }
  }

  /** What is said beside a row: the value of a figure, the role of a person, the country of a place, how unsure it is. */
  function hint(row) {
    const { value, role, country } = row.cells;
    const known = row.kind === "figure" ? [value] : [role, country, row.doubt];
    return known.filter((words) => words !== undefined && words !== row.title).join(" · ");
  }

  function Row({ row, isKept, keep }) {
    const said = hint(row);
    return el(
      "li",
      {},
      el(CheckboxControl, { label: row.phrase || row.title, checked: isKept, onChange: (on) => keep([row.id], on) }),
      said === "" ? null : el("span", { className: "article-analyzer-hint" }, said),
    );
  }

  function List({ list: { label, rows }, kept, keep, isOpen }) {
    const count = rows.filter(({ id }) => kept.has(id)).length;
    const all = count === rows.length;
    return el(
      "details",
      { className: "article-analyzer-kind", open: isOpen },
      /* translators: 1: People, Places ..., 2: how many are chosen, 3: of how many. */
      el("summary", {}, sprintf(__("%1$s: %2$d of %3$d", "article-analyzer"), label, count, rows.length)),
      el(Button, { variant: "link", onClick: () => keep(rows.map(({ id }) => id), !all) }, all ? __("Choose none", "article-analyzer") : __("Choose all", "article-analyzer")),
      el("ul", {}, ...rows.map((row) => el(Row, { key: row.id, row, isKept: kept.has(row.id), keep }))),
    );
  }

  /** What was found, to choose from. */
  function Choice({ found, onAccept }) {
    // What is unsure wants a look before it is told to others.
    const [kept, setKept] = useState(() => new Set(found.lists.flatMap(({ rows }) => rows.filter(({ doubt }) => doubt === undefined).map(({ id }) => id))));
    const [summary, setSummary] = useState(found.summary);
    const keep = (ids, on) => {
      const next = new Set(kept);
      for (const id of ids) on ? next.add(id) : next.delete(id);
      setKept(next);
    };
    return el(
      "div",
      {},
      ...found.lists.map((list, place) => el(List, { key: list.kind, list, kept, keep, isOpen: place === 0 })),
      el(CheckboxControl, { label: __("Show a summary under the post", "article-analyzer"), checked: summary, onChange: setSummary }),
      el(
        "div",
        { className: "article-analyzer-actions" },
        el(Button, { variant: "primary", onClick: () => onAccept(kept, summary) }, __("Accept", "article-analyzer")),
      ),
    );
  }

  /** What the panel says of the state of things, in one sentence. */
  function Status({ state, stored, isDirty }) {
    if (state.error) return el(Notice, { status: "error", isDismissible: false }, state.error);
    if (state.busy) return el("p", {}, __("Reading the text …", "article-analyzer"));
    if (state.found) {
      const none = state.found.lists.length === 0;
      return el("p", {}, none ? __("No people, places or figures were found in this text.", "article-analyzer") : __("Untick what should not be told to readers.", "article-analyzer"));
    }
    if (state.accepted && isDirty) return el(Notice, { status: "success", isDismissible: false }, __("Accepted. Save the post to publish it.", "article-analyzer"));
    if (stored && !isDirty && !stored.fresh) {
      return el(Notice, { status: "warning", isDismissible: false }, __("The text has changed since, so nothing of this is shown to readers. Find again.", "article-analyzer"));
    }
    const count = stored ? stored.accepted.length : 0;
    /* translators: %d: how many people, places and figures. */
    if (stored) return el("p", {}, sprintf(_n("%d accepted.", "%d accepted.", count, "article-analyzer"), count));
    return el("p", {}, __("What you accept is told to search engines, and readers get it without an analysis on their device.", "article-analyzer"));
  }

  function Panel() {
    const post = data.useSelect((select) => {
      const { getCurrentPostId, getCurrentPostType, getCurrentPostAttribute, getEditedPostAttribute, isEditedPostDirty, isEditedPostNew } = select("core/editor");
      const type = getCurrentPostType();
      return {
        type,
        id: getCurrentPostId(),
        hasType: Boolean(select("core").getPostType(type)),
        published: (getEditedPostAttribute("date") || "").slice(0, 10) || null,
        meta: getEditedPostAttribute("meta"),
        saved: getCurrentPostAttribute("content"),
        isUnsaved: isEditedPostDirty() || isEditedPostNew(),
      };
    }, []);
    const { editPost: edit } = data.useDispatch("core/editor");
    const [state, setState] = useState({});
    const [store, setStore] = useState(null); // the module findings.js
    if (!store) import(findings).then(setStore, () => {});
    if (!post.meta || !(KEY in post.meta) || !post.hasType) return null;
    const stored = store && store.fromStore(post.meta[KEY], typeof post.saved === "string" ? post.saved : "");

    const onFind = () => {
      setState({ busy: true });
      find(post).then(
        (found) => setState({ found: { ...found, summary: stored ? stored.summary : false } }),
        /* translators: %s: the reason, in English. */
        (error) => setState({ error: sprintf(__("The text could not be read: %s", "article-analyzer"), error.message) }),
      );
    };
    const onAccept = (kept, summary) => {
      const { text, analysis, content, lists } = state.found;
      const listed = new Set(lists.flatMap(({ rows }) => rows.map(({ id }) => id)));
      edit({ meta: { [KEY]: store.toStore({ text, analysis, content, kept, listed, summary }) } });
      setState({ accepted: true });
    };
    const onForget = () => {
      edit({ meta: { [KEY]: "" } });
      setState({});
    };
    return el(
      PluginDocumentSettingPanel,
      { name: "article-analyzer", title: __("People, places and figures", "article-analyzer"), className: "article-analyzer-panel" },
      el("div", { role: "status" }, el(Status, { state, stored, isDirty: post.isUnsaved })),
      state.found && state.found.lists.length > 0 ? el(Choice, { found: state.found, onAccept }) : null,
      post.isUnsaved && !state.accepted ? el("p", { className: "article-analyzer-wait" }, __("Save the post first: it is the saved text that is read.", "article-analyzer")) : null,
      el(
        "div",
        { className: "article-analyzer-actions" },
        el(
          Button,
          { variant: state.found ? "tertiary" : "secondary", disabled: post.isUnsaved, isBusy: Boolean(state.busy), onClick: state.busy ? undefined : onFind },
          stored || state.found ? __("Find again", "article-analyzer") : __("Find people, places and figures", "article-analyzer"),
        ),
        stored ? el(Button, { variant: "tertiary", isDestructive: true, onClick: onForget }, __("Forget", "article-analyzer")) : null,
      ),
    );
  }

  plugins.registerPlugin("article-analyzer", { render: Panel, icon: null });
})(window.wp, window.articleAnalyzerEditor);
