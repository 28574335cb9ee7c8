// A script as a page may have it: lists who is quoted, from the events of a headless element. demo.html shows it
// from here on, so that what is copied is what runs; the types of a page that embeds the element are its own affair.
// @ts-nocheck

const quoted = document.querySelector("#quoted");
const list = document.querySelector("#speakers");

quoted.addEventListener("article-analyzer-result", ({ detail: { analysis, text } }) => {
  const words = ({ start, end }) => text.slice(start, end);
  const lines = analysis.attributions
    .filter(({ kind, speaker }) => kind !== "indirect" && speaker)
    .map(({ speaker, spans }) => {
      const name = analysis.entities[speaker.entity]?.name ?? words(speaker);
      const line = document.createElement("li");
      line.textContent = `${name}: ${spans.map(words).join(" … ")}`;
      return line;
    });
  list.replaceChildren(...lines);
});

quoted.addEventListener("article-analyzer-error", ({ detail }) => {
  list.textContent = detail.message;
});

document.querySelector("#ask").addEventListener("click", () => {
  quoted.analyze().catch(() => {}); // the event has said it
});
