import * as OpenCC from 'opencc-js';
import { describe, expect, test } from 'vitest';
import exceptions from '../../../../data/traditional-chinese.json' with { type: 'json' };
import {
  toTraditional,
  traditionalVariants,
} from '../../../../scripts/built-in-pack/traditional-chinese';

describe('running text in Traditional Chinese', () => {
  test.each([
    ['英伟达的人工智能芯片', '輝達的人工智慧晶片'],
    ['刘知远用手机下载软件', '劉知遠用手機下載軟體'],
    ['模型训练、微调和数据质量', '模型訓練、微調和資料品質'],
    ['苹果发布文生视频模型', '蘋果發布文字生成影片模型'],
    ['这里只有一个，里面没有一只', '這裡只有一個，裡面沒有一隻'],
    ['发现头发', '發現頭髮'],
    ['所谓“冷启动”', '所謂「冷啟動」'],
    ['Jim Fan（范麟熙）', 'Jim Fan（范麟熙）'],
  ])('%s', (simplified, traditional) => {
    expect(toTraditional(simplified)).toBe(traditional);
  });

  test('every exception is one: OpenCC alone writes it otherwise', () => {
    const plain = OpenCC.Converter({ from: 'cn', to: 'twp' });
    const needless = Object.entries(exceptions).filter(
      ([simplified, right]) => plain(simplified) === right,
    );
    expect(needless).toEqual([]);
  });
});

describe('the Traditional forms of a name', () => {
  test('are those of OpenCC, Taiwan and Hong Kong, each once', () => {
    expect(traditionalVariants('英伟达')).toEqual(['英偉達', '輝達']);
    expect(traditionalVariants('冷启动')).toEqual(['冷啓動', '冷啟動']);
    expect(traditionalVariants('监督微调')).toEqual(['監督微調', '監督式微調']);
  });

  test('are none where nothing changes', () => {
    expect(traditionalVariants('幻方')).toEqual([]);
    expect(traditionalVariants('范麟熙')).toEqual([]);
  });
});
