/**
 * The block in the editor: a box that says what will stand there, and its settings at the side.
 *
 * Nothing is saved but the settings: PHP writes the element when the page is made (includes/element.php), so that a
 * later version of it needs no post to be saved again. The article is not analysed here; editor/panel.js does that.
 */
"use strict";

(function ({ blockEditor, blocks, components, element, i18n }) {
  const { createElement: el } = element;
  const { __, sprintf } = i18n;
  const asSet = { value: "", label: __("As in the plugin's settings", "article-analyzer") };

  const modes = [
    asSet,
    { value: "panel", label: __("Lists of people, places and figures", "article-analyzer") },
    { value: "inline", label: __("A line above, and cards in the text", "article-analyzer") },
    { value: "summary", label: __("One line in words", "article-analyzer") },
    { value: "headless", label: __("Nothing but the marks", "article-analyzer") },
  ];
  const marks = [
    asSet,
    { value: "underline", label: __("Underlined", "article-analyzer") },
    { value: "tint", label: __("Underlined and tinted", "article-analyzer") },
    { value: "none", label: __("None", "article-analyzer") },
  ];
  const moments = [
    asSet,
    { value: "click", label: __("When the reader asks for it", "article-analyzer") },
    { value: "visible", label: __("When it comes into view", "article-analyzer") },
    { value: "load", label: __("With the page", "article-analyzer") },
  ];
  const types = [
    ["person", __("People", "article-analyzer")],
    ["organization", __("Organisations", "article-analyzer")],
    ["place", __("Places", "article-analyzer")],
    ["other", __("Other names", "article-analyzer")],
    ["figure", __("Figures", "article-analyzer")],
    ["quote", __("Quotations", "article-analyzer")],
    ["date", __("Dates", "article-analyzer")],
  ];

  function Edit({ attributes, setAttributes }) {
    const select = (name, label, options) =>
      el(components.SelectControl, { label, options, value: attributes[name], onChange: (value) => setAttributes({ [name]: value }) });
    // No type chosen means all of them, as in the element: nobody wants a panel of nothing.
    const shown = attributes.types.length > 0 ? attributes.types : types.map(([type]) => type);
    const toggle = (type, on) => {
      const chosen = types.map(([one]) => one).filter((one) => (one === type ? on : shown.includes(one)));
      setAttributes({ types: chosen.length === types.length ? [] : chosen });
    };
    const checkboxes = types.map(([type, label]) =>
      el(components.CheckboxControl, { key: type, label, checked: shown.includes(type), onChange: (on) => toggle(type, on) }),
    );
    const mode = modes.find(({ value }) => value !== "" && value === attributes.mode);
    const said = mode
      ? /* translators: %s: what readers see, as one of the choices says it. */ sprintf(__("Readers will find here: %s.", "article-analyzer"), mode.label)
      : __("Readers will find here the people, places and figures of this article.", "article-analyzer");
    return [
      el(
        blockEditor.InspectorControls,
        { key: "settings" },
        el(
          components.PanelBody,
          { title: __("Settings", "article-analyzer") },
          select("mode", __("What readers see", "article-analyzer"), modes),
          select("marks", __("Marks in the text", "article-analyzer"), marks),
          select("activate", __("When it reads the article", "article-analyzer"), moments),
        ),
        el(components.PanelBody, { title: __("What is listed", "article-analyzer"), initialOpen: false }, ...checkboxes),
      ),
      el(
        "div",
        { key: "block", ...blockEditor.useBlockProps() },
        el(components.Placeholder, { icon: "search", label: __("Article Analyzer", "article-analyzer"), instructions: said }),
      ),
    ];
  }

  blocks.registerBlockType("article-analyzer/panel", { edit: Edit, save: () => null });
})(window.wp);
