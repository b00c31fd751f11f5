import { Button, Modal } from 'antd';
import { askSession, signInAddress } from '../session/session.js';
import { useSpeaking } from '../words/language.js';

/**
 * The session has ended while work was on the screen: nothing is thrown away. One signs in again, here or in another tab,
 * and goes on.
 */
export function StillThere({
  status,
}: {
  status: 401 | 423;
}): React.ReactNode {
  const { say } = useSpeaking();
  const back = async (): Promise<void> => {
    const state = await askSession();
    // A new session changes nothing under the old one's word, and what others did meanwhile was not heard: all is read anew.
    if (state.is === 'in') location.reload();
  };
  return (
    <Modal
      open
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      classNames={{ mask: 'curtain' }}
      title={
        status === 423 ? say('久未操作,已锁定', 'Locked after a while without use') : say('登录已过期', 'Your session has ended')
      }
      footer={[
        <Button
          key="back"
          onClick={() => {
            void back();
          }}>
          {say('已在别的标签页登录,继续', 'I have signed in in another tab; go on')}
        </Button>,
        <Button key="in" type="primary" href={signInAddress()}>
          {say('重新登录', 'Sign in again')}
        </Button>,
      ]}>
      <p>
        {say(
          '您写到一半的内容已保存在本机,登录后自动恢复。',
          'What you were writing is kept on this machine and will be there after you sign in.',
        )}
      </p>
    </Modal>
  );
}
