import { encode } from 'uqr';
import { letterSheet } from './letter-sheet.fixture';
import { factsOf, fontsOf, metadataOf, pictureOf, structureOf, textOf, wordsOf } from './printed-letter.fixture';
import { TypstTypesetter } from './typst-typesetter';

const typesetter = new TypstTypesetter();
const typeset = (...sheet: Parameters<typeof letterSheet>) => typesetter.typeset(letterSheet(...sheet)).pdf;
const withoutBreaks = (text: string) => text.replace(/[\s\u200b]+/gu, '');
const window = { left: 20, top: 45, right: 105, bottom: 90 };

describe.each(['de', 'en'] as const)('a letter in %s', (language) => {
  const { pdf, pages } = typesetter.typeset(letterSheet({}, language));
  const text = textOf(pdf);
  const facts = factsOf(pdf);

  it('is one tagged page A4', () => {
    expect(pages).toBe(1);
    expect(facts).toMatch(/^Pages:\s+1$/m);
    expect(facts).toMatch(/^Page size:.*A4/m);
    expect(facts).toMatch(/^Tagged:\s+yes$/m);
    expect(metadataOf(pdf)).toMatch(/pdfuaid:part[>="]+1/);
  });

  it('has its title and its language', () => {
    const title = { de: 'Ihr Code zum Freischalten', en: 'Your activation code' }[language];
    expect(facts).toMatch(new RegExp(`^Title:\\s+${title}$`, 'm'));
    expect(pdf.toString('latin1')).toContain(`/Lang (${language})`);
    expect(structureOf(pdf)).toContain(`H1 "${title}"`);
  });

  it('shows the code once, as text', () => {
    expect(text.match(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/g)).toEqual(['7KQ4-M2TX-9HRW']);
  });

  it('holds no insurance number beside the code', () => expect(text).not.toMatch(/\b[A-Z]\d{9}\b/));

  it('says until when the code works', () => {
    expect(text.replace(/\s/g, ' ')).toContain(
      { de: 'bis zum 18. Dezember 2026', en: 'until 18 December 2026' }[language],
    );
  });

  it('reads from the sender to the steps, the code before what to do with it', () => {
    const structure = structureOf(pdf);
    const steps = { de: 'Öffnen Sie', en: 'Open' }[language];
    const order = [
      'Onlinefiliale',
      'Erika Muster',
      'OF-2026-118204',
      'H1 "',
      '7KQ4-M2TX-9HRW',
      'Figure',
      'H2 "',
      steps,
    ];
    const places = order.map((part) => structure.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((one, other) => one - other));
  });

  it('embeds its fonts and uses none of the machine', () => {
    const fonts = fontsOf(pdf);
    expect(fonts.every(({ isEmbedded }) => isEmbedded)).toBe(true);
    expect(fonts.map(({ name }) => name).sort()).toEqual([
      'AtkinsonHyperlegibleMono-Bold',
      'AtkinsonHyperlegibleNext-Bold',
      'AtkinsonHyperlegibleNext-Regular',
    ]);
  });
});

it('describes the QR code without repeating the code', () => {
  const alternatives = typeset()
    .toString('latin1')
    .match(/\/Alt\b/g);
  expect(alternatives).toHaveLength(1);
});

it('prints the QR code of the address, with white around it', () => {
  const sheet = letterSheet();
  const { isDark } = pictureOf(typesetter.typeset(sheet).pdf);
  const { data, size } = encode(sheet.codeUrl, { ecc: 'M', border: 0 });
  const [left, width] = [160, 30];
  const dot = width / size;
  const isRule = (y: number) => [30, 70, 110, 150, 185].every((x) => isDark(x, y));
  // Down from the text: the upper rule of the block, white, then the code.
  let top = 110;
  while (!isRule(top)) top += 0.1;
  while (isRule(top)) top += 0.1;
  const ruleBottom = top;
  while (!isDark(left + dot, top)) top += 0.1;
  const printed = data.map((row, y) => row.map((_, x) => isDark(left + (x + 0.5) * dot, top + (y + 0.5) * dot)));
  expect(printed).toEqual(data);
  expect(top - ruleBottom).toBeGreaterThan(4 * dot);
});

it('has the fold marks and the hole mark of DIN 5008 form B at the left edge', () => {
  const { isDark } = pictureOf(typeset());
  for (const y of [105, 148.5, 210]) {
    const isMarked = [-0.1, 0, 0.1].some((offset) => isDark(6, y + offset));
    expect({ y, isMarked }).toEqual({ y, isMarked: true });
    expect(isDark(6, y + 3)).toBe(false);
  }
});

describe('what stands in a register is text, never markup', () => {
  it.each([
    '#panic("x") $a^2$ *fett* _kursiv_',
    String.raw`\ @label <anchor> "quoted" 'single'`,
    '#let code = [x] `raw` = Heading',
    '- list / term: x + enum // comment /* comment */',
    'https://boese.example --- ... ~ ´` [x](y) {z}',
    '</text><script>alert(1)</script> &amp;',
    'Łukasz Gőrög-Şahin',
    'Đorđe Ñíguez Ćosić-Žižek',
    'Nguyễn Thị Ánh',
    'Γεωργία Παπαδοπούλου',
    'Øystein Ærø Þórðarson',
  ])('%s', (name) => {
    const text = withoutBreaks(textOf(typeset({ name, street: name, city: name })));
    expect(text.split(withoutBreaks(name))).toHaveLength(5);
  });
});

describe('the address stays in the window of the envelope', () => {
  it.each([
    ['an ordinary one', {}],
    ['long words', { name: 'Prinzessin Maria-Magdalena Freifrau von und zu Hohenlohe-Waldenburg-Schillingsfürst' }],
    ['a word without end', { name: 'Donaudampfschifffahrtsgesellschaftskapitänswitwe'.repeat(3) }],
    [
      'everything at once',
      {
        name: 'Maria Magdalena Anna Theresia '.repeat(4),
        street: 'Straße der deutsch-sowjetischen Freundschaft '.repeat(2),
        houseNumber: '112 b, Hinterhaus, 3. Aufgang',
        city: 'Hellschen-Heringsand-Unterschaar',
        country: 'AT',
      },
    ],
  ])('%s', (_, recipient) => {
    const { pdf, pages } = typesetter.typeset(letterSheet(recipient));
    const words = wordsOf(pdf).filter(({ left, top }) => left < window.right && top > 30 && top < 95);
    expect(pages).toBe(1);
    expect(words.length).toBeGreaterThan(8);
    for (const word of words) {
      expect(word.right).toBeLessThan(window.right);
      expect(word.top).toBeGreaterThan(window.top);
      expect(word.bottom).toBeLessThan(window.bottom);
    }
  });
});

describe('S06 a letter that cannot be printed is refused instead of losing something', () => {
  it.each([
    ['a character that no font has', { name: '李小龍 Geheim' }, 'none of the fonts'],
    ['an address larger than the window', { name: 'Geheim '.repeat(400) }, 'does not fit'],
  ])('%s, and the refusal quotes nothing personal', (_, recipient, reason) => {
    const refusal = captured(() => typeset(recipient));
    expect(refusal.message).toContain(reason);
    expect(refusal.message).toContain(letterSheet().letterId);
    expect([refusal.stack, refusal.cause].join()).not.toMatch(/Geheim|7KQ4/);
    expect(textOf(typeset())).toContain('Erika Muster');
  });
});

it('gives the same bytes for the same sheet', () => {
  const first = typeset();
  typeset({ name: 'Max Winter' });
  expect(typeset().equals(first)).toBe(true);
});

it('keeps its memory over many letters', async () => {
  const run = async (letters: number) => {
    for (let index = 0; index < letters; index++) {
      typeset({ name: `Erika Muster ${index}` });
      await new Promise(setImmediate);
    }
    return process.memoryUsage().rss / 1e6;
  };
  const before = await run(60);
  // Without giving back anything 300 letters take 140 MB.
  expect((await run(300)) - before).toBeLessThan(60);
});

function captured(work: () => unknown): Error {
  try {
    work();
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing was thrown');
}
