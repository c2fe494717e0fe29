{
  const asked = new URL(document.currentScript.src).searchParams;
  setTimeout(() => {
    const end = performance.now() + Number(asked.get('ms'));
    while (performance.now() < end);
    document.title += '.';
  }, Number(asked.get('after')));
}
