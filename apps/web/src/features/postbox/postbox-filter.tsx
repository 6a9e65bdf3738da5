import { useRef, useState, type FormEvent } from 'react';
import { Search } from 'lucide-react';
import { Button, Checkbox, SelectField, TextField } from '@of/ui';
import { m } from '@of/i18n';
import type { PostKind } from '@of/api-client';
import { postKinds } from './post-words';
import { readPostboxSearch, type PostboxSearch } from './postbox-search';
import styles from './postbox.module.css';

const FIRST_YEAR = 2024;
export const searchFieldId = 'postfach-suche';

function years(): string[] {
  const now = new Date().getFullYear();
  return Array.from({ length: now - FIRST_YEAR + 1 }, (_, ago) => String(now - ago));
}

interface PostboxFilterProps {
  search: PostboxSearch;
  onChange: (search: PostboxSearch) => void;
}

/** Words, year, kind, and only what is unread. Nothing happens before the button is pressed. */
export function PostboxFilterForm({ search, onChange }: PostboxFilterProps) {
  const field = useRef<HTMLInputElement>(null);
  const [words, setWords] = useState(search.suche ?? '');
  const [year, setYear] = useState(search.jahr ? String(search.jahr) : '');
  const [kind, setKind] = useState<string>(search.art ?? '');
  const [isUnread, setIsUnread] = useState(search.ungelesen ?? false);
  const [isTooShort, setTooShort] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const cannotBeFound = words.trim() !== '' && !/[\p{L}\p{N}]{3}/u.test(words);
    setTooShort(cannotBeFound);
    if (cannotBeFound) {
      field.current?.focus();
      return;
    }
    onChange(
      readPostboxSearch({
        suche: words,
        jahr: year || undefined,
        art: kind || undefined,
        ungelesen: isUnread || undefined,
      }),
    );
  };
  return (
    <form role="search" aria-label={m.postbox_search()} className={styles.filter} onSubmit={submit}>
      <TextField
        id={searchFieldId}
        label={m.postbox_search_words()}
        value={words}
        onChange={setWords}
        inputRef={field}
        error={isTooShort ? m.postbox_search_short() : undefined}
        errorPrefix={m.title_error()}
        maxLength={100}
        autoComplete="off"
      />
      <SelectField
        id="postfach-jahr"
        label={m.postbox_year()}
        value={year}
        onChange={setYear}
        options={[{ value: '', label: m.postbox_all_years() }, ...years().map((value) => ({ value, label: value }))]}
      />
      <SelectField
        id="postfach-art"
        label={m.postbox_kind()}
        value={kind}
        onChange={setKind}
        options={[
          { value: '', label: m.postbox_all_kinds() },
          ...(Object.keys(postKinds) as PostKind[]).map((value) => ({ value, label: postKinds[value].name() })),
        ]}
      />
      <Checkbox id="postfach-ungelesen" isChecked={isUnread} onChange={setIsUnread}>
        {m.postbox_only_unread()}
      </Checkbox>
      <div>
        <Button type="submit" look="second">
          <Search aria-hidden />
          {m.postbox_search_act()}
        </Button>
      </div>
    </form>
  );
}
