/**
 * What the package gives to scripts, without registering the element; `article-analyzer/define` registers it.
 */

export { ArticleAnalyzerElement } from "./element/article-analyzer.js";
export { describe } from "./element/view.js";
export { analyze, EngineError, exportAs, load } from "./engine/client.js";
export { readText } from "./highlight/text.js";
