import process from 'node:process';
import lighthouse from 'lighthouse';

/** Prints what Lighthouse thinks of a page: the score of its accessibility (0 to 100) and what it found fault with. */
const [url, port] = process.argv.slice(2);
const result = await lighthouse(url, {
  port: Number(port),
  onlyCategories: ['accessibility'],
  logLevel: 'silent',
  output: 'json',
});
const { audits, categories, runtimeError } = result.lhr;
const faults = Object.values(audits)
  .filter(({ score }) => score !== null && score < 1)
  .map(({ id, title }) => `${id}: ${title}`);
if (runtimeError) faults.push(runtimeError.message);
console.log(JSON.stringify({ score: Math.round((categories.accessibility.score ?? 0) * 100), faults }));
