import { use, useEffect, useRef, useState } from 'react';
import { Input, type InputRef } from 'antd';
import { useNavigate } from 'react-router';
import { useSpeaking } from '../../words/language.js';
import { SoughtContext } from './sought.js';

/** The one place to look for something: a case by its number, a person, a place. The key `/` leads here. */
export function SearchBox({ isAlone }: { isAlone?: boolean }): React.ReactNode {
  const { say } = useSpeaking();
  const { sought, seek } = use(SoughtContext);
  const [text, setText] = useState(sought);
  const box = useRef<InputRef>(null);
  const go = useNavigate();
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      const isTyping = event.target instanceof HTMLElement && event.target.closest('input, textarea, select, [contenteditable]');
      if (event.key !== '/' || isTyping) return;
      event.preventDefault();
      box.current?.focus();
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, []);
  useEffect(() => {
    if (isAlone) box.current?.focus();
  }, [isAlone]);
  return (
    <form role="search" className="search-box" onSubmit={(event) => event.preventDefault()}>
      <Input.Search
        ref={box}
        allowClear
        maxLength={100}
        value={text}
        // Neither the browser nor a keyboard of its own is to remember a name.
        autoComplete="off"
        spellCheck={false}
        onChange={({ target }) => setText(target.value)}
        onSearch={(value) => {
          seek(value);
          if (value.trim()) void go('/search');
        }}
        enterButton={say('查找', 'Find')}
        placeholder={say('案号、姓名、证件号或地点', 'Case number, name, id or place')}
        aria-label={say('按案号、姓名、证件号或地点查找', 'Find by case number, name, id or place')}
      />
    </form>
  );
}
