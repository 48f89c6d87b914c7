/** What is said when a customer calls again about the same matter. */
export const again = {
  button: '客户又来电',
  title: '{{number}} 客户又来电',
  what: '来电内容',
  kind: { urged: '催办', followedUp: '补充反映', joined: '更多人反映' },
  hint: {
    urged: '记入经过，并提醒经办人和主管。',
    followedUp: '同一件事的新情况，记入这件投诉，次数加一。',
    joined: '同一件事有更多人反映；人数多时级别会上升。',
  },
  text: { urged: '客户怎么说（可不填）', followedUp: '客户补充了什么' },
  people: '增加几人',
  needed: '请写下客户补充的内容',
  record: '记录',
  done: '已记入这件投诉',
  same: '记入这一件',
  sameSure: '不另登记，把刚才写的内容记入 {{number}}？',
  sameDone: '已记入 {{number}}，次数加一；没有另行登记。',
};
