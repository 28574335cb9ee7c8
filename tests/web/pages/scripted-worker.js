// A worker without a core, to test the client alone: its answers are written in the text, one letter a
// life. "d" dies, "r" answers. It counts its lives in Cache Storage, which outlasts it.
onmessage = async ({ data: { id, text } }) => {
  const lives = await caches.open("lives");
  const life = Number((await (await lives.match(`/${text}`))?.text()) ?? 0);
  await lives.put(`/${text}`, new Response(String(life + 1)));
  if (text[life] !== "u") postMessage({ id, type: "analysing" });
  if (text[life] !== "r") {
    setTimeout(() => {
      throw new Error("this life is over");
    });
    return;
  }
  postMessage({ id, type: "result", analysis: { life }, milliseconds: 0 });
};
