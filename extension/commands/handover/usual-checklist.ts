/** The usual checklist of a home (验房清单), room by room, in English and Chinese; a workspace edits its copy. Writes nothing. */
import type { SnagCategory, SnagSeverity } from '#domain/handover/index.ts';

export type UsualItem = {
  room: readonly [english: string, chinese: string];
  name: readonly [english: string, chinese: string];
  category: SnagCategory;
  severity: SnagSeverity;
};

type Row = readonly [english: string, chinese: string, category: SnagCategory, severity?: SnagSeverity];

const ROOMS: readonly (readonly [english: string, chinese: string, rows: readonly Row[]])[] = [
  [
    'Entrance',
    '入户',
    [
      [
        'Entrance door closes, locks and has no dents',
        '入户门开关顺畅、锁具正常、无磕碰',
        'DOORS_WINDOWS',
        'BLOCKING',
      ],
      ['Door bell and intercom work', '门铃与可视对讲正常', 'EQUIPMENT'],
      [
        'Consumer unit is labelled; every breaker trips',
        '配电箱标识清楚、漏电保护正常',
        'ELECTRICAL',
        'BLOCKING',
      ],
      ['Water and electricity meters turn and are read', '水表、电表运转并抄表', 'EQUIPMENT', 'MAJOR'],
      ['Smoke alarm and sprinkler are in place', '烟感与喷淋齐全', 'EQUIPMENT', 'MAJOR'],
    ],
  ],
  [
    'Living room',
    '客厅',
    [
      ['Walls are flat, without cracks or hollow spots', '墙面平整、无裂缝、无空鼓', 'SURFACES'],
      ['Ceiling is flat and dry', '顶棚平整、无渗水痕迹', 'WATERPROOFING', 'MAJOR'],
      ['Floor is level, without hollow tiles', '地面平整、无空鼓', 'SURFACES'],
      ['Windows open, close and seal', '窗户开关顺畅、密封良好', 'DOORS_WINDOWS'],
      ['Sockets and switches work', '插座与开关正常', 'ELECTRICAL'],
      ['Network and television sockets have a signal', '网络与电视端口有信号', 'ELECTRICAL'],
      ['Heating or air conditioning works', '采暖或空调正常', 'HEATING_COOLING', 'MAJOR'],
    ],
  ],
  [
    'Bedroom',
    '卧室',
    [
      ['Walls are flat, without cracks or hollow spots', '墙面平整、无裂缝、无空鼓', 'SURFACES'],
      ['Floor is level and even', '地面平整、无松动', 'SURFACES'],
      ['Door closes and locks', '房门开关与锁具正常', 'DOORS_WINDOWS'],
      ['Windows open, close and seal', '窗户开关顺畅、密封良好', 'DOORS_WINDOWS'],
      ['Sockets and switches work', '插座与开关正常', 'ELECTRICAL'],
      ['Heating or air conditioning works', '采暖或空调正常', 'HEATING_COOLING', 'MAJOR'],
    ],
  ],
  [
    'Kitchen',
    '厨房',
    [
      ['Tiles are firm and evenly jointed', '墙地砖牢固、缝隙均匀', 'SURFACES'],
      ['Hot and cold water run; nothing leaks', '冷热水正常、无渗漏', 'PLUMBING', 'MAJOR'],
      ['Sink and floor drain run off', '水槽与地漏排水通畅', 'PLUMBING', 'MAJOR'],
      ['Gas pipe and alarm are in order', '燃气管道与报警器正常', 'EQUIPMENT', 'BLOCKING'],
      ['Flue draws; its flap closes', '烟道排烟通畅、止逆阀正常', 'EQUIPMENT'],
      ['Cabinets and worktop are undamaged', '橱柜与台面完好', 'EQUIPMENT'],
      ['Sockets work and are earthed', '插座正常并接地', 'ELECTRICAL', 'MAJOR'],
    ],
  ],
  [
    'Bathroom',
    '卫生间',
    [
      [
        'Water test of 48 hours: nothing came through below',
        '48小时闭水试验，楼下无渗漏',
        'WATERPROOFING',
        'BLOCKING',
      ],
      ['Tiles are firm and evenly jointed', '墙地砖牢固、缝隙均匀', 'SURFACES'],
      ['Floor falls towards the drain', '地面向地漏找坡', 'PLUMBING'],
      ['Toilet flushes and stands firm', '坐便器冲水正常、安装牢固', 'PLUMBING', 'MAJOR'],
      [
        'Basin and shower: hot and cold, nothing leaks',
        '洗手盆与淋浴冷热水正常、无渗漏',
        'PLUMBING',
        'MAJOR',
      ],
      ['Extractor fan works', '排风扇正常', 'EQUIPMENT'],
      ['Equipotential bonding is connected', '等电位联结完好', 'ELECTRICAL', 'MAJOR'],
    ],
  ],
  [
    'Balcony',
    '阳台',
    [
      ['Railing is firm and high enough', '栏杆牢固、高度符合要求', 'STRUCTURE', 'BLOCKING'],
      ['Floor drains; no water stands', '地面排水通畅、无积水', 'WATERPROOFING', 'MAJOR'],
      ['Sliding door runs and locks', '推拉门滑动顺畅、锁具正常', 'DOORS_WINDOWS'],
      ['Washing machine connection is in place', '洗衣机给排水接口齐全', 'PLUMBING'],
    ],
  ],
  [
    'Outside',
    '室外',
    [
      ['Window sills and outer walls are sealed', '窗台与外墙密封良好', 'WATERPROOFING', 'MAJOR'],
      [
        'Outdoor unit of the air conditioning has a place and a drain',
        '空调外机位与冷凝水管完好',
        'HEATING_COOLING',
      ],
      ['Stairwell, lift and lobby are clean and undamaged', '楼梯间、电梯与门厅整洁完好', 'CLEANING'],
      ['The home is cleaned', '室内已保洁', 'CLEANING'],
    ],
  ],
];

export const USUAL_CHECKLIST: readonly UsualItem[] = ROOMS.flatMap(([english, chinese, rows]) =>
  rows.map(([name, inChinese, category, severity = 'MINOR']) => ({
    room: [english, chinese] as const,
    name: [name, inChinese] as const,
    category,
    severity,
  })),
);
