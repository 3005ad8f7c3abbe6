/** What an admin is told of each workflow: one sentence of what was done and why. Pure. */
import type { Language, Said } from '../definition.ts';
import { say } from '../definition.ts';

const TOLD = {
  NEW: say('It is switched on and runs by itself.', '已启用，将自动运行。'),
  ASKED_AGAIN: say('As you asked, it is there again and switched on.', '已按要求重新创建并启用。'),
  FINISHED: say(
    'An earlier installation was cut off; it is finished now and switched on.',
    '上次安装中断，现已完成并启用。',
  ),
  DEFINITION: say(
    'It is now as this version of Keyturn brings it; nobody had changed it.',
    '已更新到此版本 Keyturn 的内容，此前无人修改过。',
  ),
  ACTIONS: say(
    'Keyturn was installed anew, so its steps are tied to the actions again.',
    'Keyturn 已重新安装，步骤已重新关联到动作。',
  ),
  ADOPTED: say(
    'Found from an earlier installation, unchanged; its steps are tied to the actions again.',
    '发现上次安装留下且未被修改的工作流，步骤已重新关联到动作。',
  ),
  UNCHANGED: say('It is as this version of Keyturn brings it.', '与此版本 Keyturn 的内容一致。'),
  EDITED: say('Somebody has changed it, so it stays as it is.', '已有人修改过，保持不变。'),
  EDITED_STALE: say(
    'Somebody has changed it, so it stays as it is. Its steps name actions of an earlier installation: choose the actions again, or delete the workflow and install it again.',
    '已有人修改过，保持不变。其步骤引用了旧安装的动作：请重新选择动作，或删除此工作流后重新安装。',
  ),
  DRAFT: say('Somebody is working on a draft of it, so it stays as it is.', '有人正在编辑其草稿，保持不变。'),
  DRAFT_STALE: say(
    'Somebody is working on a draft of it, so it stays as it is. Its steps name actions of an earlier installation: choose the actions again.',
    '有人正在编辑其草稿，保持不变。其步骤引用了旧安装的动作：请重新选择动作。',
  ),
  SWITCHED_OFF: say('Somebody has switched it off, so it stays off.', '已有人停用，保持停用。'),
  SWITCHED_OFF_STALE: say(
    'Somebody has switched it off, so it stays off. Its steps name actions of an earlier installation: choose the actions again before you switch it on.',
    '已有人停用，保持停用。其步骤引用了旧安装的动作：启用前请重新选择动作。',
  ),
  NAMESAKE: say(
    'Another workflow has this name. Rename that one, then install again.',
    '已有同名的其他工作流。请将其改名后再安装。',
  ),
  NAMESAKE_STALE: say(
    'Another workflow has this name. Rename that one, then install again.',
    '已有同名的其他工作流。请将其改名后再安装。',
  ),
  REMOVED: say(
    'Somebody has deleted it, so it was not made again. Choose to install it again if it is wanted.',
    '已有人删除，未重新创建。如需要，请选择重新安装。',
  ),
  ACTION_MISSING: say(
    'An action that it needs is missing here. Deploy Keyturn again, then install.',
    '缺少所需的动作。请重新部署 Keyturn 后再安装。',
  ),
  BUSY: say(
    'Somebody else is installing it at this moment, or was cut off: try again in two minutes.',
    '其他人正在安装，或刚刚中断：请两分钟后重试。',
  ),
} as const satisfies Record<string, Said>;

export type Told = keyof typeof TOLD;

export function toldIn(language: Language, told: Told): string {
  return TOLD[told][language];
}
