/**
 * Registers `<article-analyzer>`. One script tag is all that a page needs:
 *
 *     <script type="module" src="/article-analyzer/element/define.js"></script>
 *
 * A second copy of the file, of another version perhaps, changes nothing and says so.
 */

import { ArticleAnalyzerElement } from "./article-analyzer.js";

const NAME = "article-analyzer";

if (customElements.get(NAME)) console.warn(`<${NAME}> is registered already; this copy of it is not used.`);
else customElements.define(NAME, ArticleAnalyzerElement);
