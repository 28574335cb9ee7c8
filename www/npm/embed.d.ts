/** The element in one file, with what it gives to scripts; importing it registers `<article-analyzer>`. */

import "../element/define.js";

export { ArticleAnalyzerElement } from "../element/article-analyzer.js";
export { lists } from "../element/view.js";
export { analyze, exportAs } from "../engine/client.js";
export { readText } from "../highlight/text.js";
