/** The letters of `demand-letter-templates.ts` in Chinese. Paragraphs begin with two wide blanks, as letters do. */
import type { DunningLevel } from '#domain/ledger/collection-states.ts';
import type { DemandLetterTemplate } from './demand-letter.ts';

export const CHINESE_TEMPLATES: Record<DunningLevel, DemandLetterTemplate> = {
  REMINDER: {
    title: '付款提醒函',
    body: `尊敬的{{buyer}}：

　　您好！感谢您选择{{project}}。您所购{{unit}}（合同编号：{{contract}}），截至{{date}}，以下款项尚未付清：

{{installments}}

　　请您于{{payBy}}前将上述款项共计{{total}}汇入以下账户，并在汇款时注明合同编号。如您近日已付款，请忽略本函。

{{bankAccounts}}

　　如对账目有任何疑问，欢迎随时与我们联系。

　　顺颂商祺！`,
  },
  FIRST: {
    title: '催款函',
    body: `尊敬的{{buyer}}：

　　您与我司就{{project}}{{unit}}签订了编号为{{contract}}的合同。截至{{date}}，以下款项已逾期，最长逾期{{daysLate}}天：

{{installments}}

　　请您于{{payBy}}前付清上述款项，共计{{total}}（大写：{{totalInWords}}），并在汇款时注明合同编号。逾期违约金将按合同约定计至实际付款之日。

{{bankAccounts}}

　　如您无法按期付款，请在上述日期之前与我们联系，协商处理办法；如您已付款，请将付款凭证发送给我们核对。

　　特此函告。`,
  },
  SECOND: {
    title: '第二次催款函',
    body: `尊敬的{{buyer}}：

　　就{{project}}{{unit}}（合同编号：{{contract}}）的逾期款项，我司此前已向您发函催告，但至今仍未收到款项。截至{{date}}，最长逾期{{daysLate}}天，明细如下：

{{installments}}

　　请您务必于{{payBy}}前付清全部款项，共计{{total}}（大写：{{totalInWords}}），其中应付款项{{principal}}，逾期违约金{{lateFees}}。违约金将继续计至实际付款之日。

{{bankAccounts}}

　　如届时仍未收到上述款项，我司将发出正式催告函，并依合同约定采取进一步措施。

　　特此函告。`,
  },
  FORMAL: {
    title: '催告函',
    body: `致：{{buyer}}

　　您与我司签订了编号为{{contract}}的合同，购买{{project}}{{unit}}。经我司多次催促，您仍未按约支付以下款项。截至{{date}}，最长逾期{{daysLate}}天：

{{installments}}

　　现我司正式催告您于{{payBy}}前付清全部款项，共计{{total}}（大写：{{totalInWords}}），其中应付款项{{principal}}，截至本函出具之日的逾期违约金{{lateFees}}。

{{bankAccounts}}

　　如您逾期仍未付清，我司将依照合同约定及法律规定主张权利，届时不再另行通知。{{company}}保留一切权利。

　　特此函告。`,
  },
  LAWYER: {
    title: '律师函',
    body: `致：{{buyer}}

　　本所受{{project}}出卖人的委托，就您购买{{unit}}（合同编号：{{contract}}）的逾期付款事宜，向您致函如下：

　　根据委托人提供的资料，截至{{date}}，您尚未支付以下款项，最长逾期{{daysLate}}天：

{{installments}}

　　请您于收到本函后，最迟在{{payBy}}前，将上述款项共计{{total}}（大写：{{totalInWords}}）付至以下账户：

{{bankAccounts}}

　　如您逾期未付，委托人将依法追究您的违约责任，包括但不限于要求支付逾期违约金、承担维权费用，以及行使合同约定和法律规定的其他权利，届时不再另行通知。请您予以重视，并可就此咨询专业人士。

　　本函不构成对委托人任何权利的放弃。

　　特此函告。`,
  },
  TERMINATION: {
    title: '解除合同前的最后催告函',
    body: `致：{{buyer}}

　　您购买{{project}}{{unit}}（合同编号：{{contract}}）的以下款项，经我司多次催告仍未支付。截至{{date}}，最长逾期{{daysLate}}天：

{{installments}}

　　现我司最后一次催告您，于{{payBy}}前付清全部款项，共计{{total}}（大写：{{totalInWords}}）：

{{bankAccounts}}

　　如届时仍未收到全部款项，我司将依照合同约定及法律规定决定是否解除合同，并要求您承担相应责任。{{company}}保留一切权利。

　　特此函告。`,
  },
};
