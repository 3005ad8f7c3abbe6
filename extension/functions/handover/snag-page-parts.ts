/** Style and script of the public page of snags, as they stand in it. */

export const SNAG_PAGE_STYLE = `
:root{color-scheme:light dark;--ground:#f6f7f8;--card:#fff;--text:#16181d;--soft:#5b6270;--line:#d9dde3;--main:#1f5fd0;--bad:#b3261e}
@media (prefers-color-scheme:dark){:root{--ground:#14161a;--card:#1e2127;--text:#eef0f3;--soft:#a5adba;--line:#383d47;--main:#7aa7ff;--bad:#ff8f86}}
*{box-sizing:border-box}body{margin:0;background:var(--ground);color:var(--text);font:16px/1.45 system-ui,-apple-system,"Segoe UI","Noto Sans SC",sans-serif}
main{max-width:720px;margin:0 auto;padding:16px 16px 72px}h1{font-size:20px;margin:0 0 4px}.hint{color:var(--soft);margin:0 0 16px;font-size:14px}
article{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:14px;margin:0 0 12px;overflow-wrap:anywhere}
article[data-severity=BLOCKING]{border-left:4px solid var(--bad)}.place{margin:0;color:var(--soft);font-size:14px}h2{font-size:17px;margin:2px 0 6px}
.facts{display:flex;flex-wrap:wrap;gap:4px 12px;margin:6px 0;font-size:14px;color:var(--soft)}.tag{border:1px solid var(--line);border-radius:999px;padding:0 8px}.late{color:var(--bad)}
.actions{display:grid;grid-template-columns:repeat(auto-fit,minmax(90px,1fr));gap:8px;margin-top:8px}
button,.button{font:inherit;min-height:48px;border:1px solid var(--line);border-radius:8px;background:transparent;color:var(--text);display:flex;align-items:center;justify-content:center;padding:0 12px;text-align:center;cursor:pointer}
button.main{background:var(--main);border-color:var(--main);color:#fff}@media (prefers-color-scheme:dark){button.main{color:#10131a}}
button:focus-visible,.button:focus-within,textarea:focus-visible{outline:3px solid var(--main);outline-offset:2px}button:disabled{opacity:.5}
.button input{position:absolute;opacity:0;width:1px;height:1px}.note{display:block;font-size:14px;color:var(--soft);margin-top:8px}
textarea{display:block;width:100%;font:inherit;color:inherit;background:transparent;border:1px solid var(--line);border-radius:8px;padding:8px;margin-top:4px}
.photos{display:flex;flex-wrap:wrap;gap:8px}.photos figure{margin:8px 0 0}.photos img{display:block;max-width:140px;max-height:140px;border-radius:6px}.photos figcaption{font-size:12px;color:var(--soft)}
#told{position:fixed;left:0;right:0;bottom:0;margin:0;padding:12px 16px;background:var(--text);color:var(--ground);text-align:center}#told:empty{display:none}
`;

/**
 * Each press has an id of its own, which is sent again when the same thing is pressed again after a failure:
 * what arrived without an answer is not done twice. Photos are made smaller before they are sent, where the
 * browser can.
 */
export const SNAG_PAGE_SCRIPT = `
(()=>{const main=document.querySelector('main'),told=document.getElementById('told'),ids=new Map();
const token=new URLSearchParams(location.search).get('t')||'';
const say=(text)=>{told.textContent=text};
const newId=()=>Array.from(crypto.getRandomValues(new Uint8Array(16)),(b)=>b.toString(16).padStart(2,'0')).join('');
const post=async(body)=>{const answer=await fetch(location.pathname+'?lang='+document.documentElement.lang,{method:'POST',headers:{'content-type':'application/json'},body:JSON.stringify({token,...body})});
const heard=await answer.json().catch(()=>({}));if(!answer.ok||heard.ok!==true)throw new Error(heard.message||'');return heard};
const attempt=async(element,work)=>{element.disabled=true;try{await work()}catch(error){say(error.message||main.dataset.failed)}finally{element.disabled=false}};
const smaller=async(file)=>{try{const image=await createImageBitmap(file),scale=Math.min(1,2000/Math.max(image.width,image.height));
const canvas=document.createElement('canvas');canvas.width=Math.round(image.width*scale);canvas.height=Math.round(image.height*scale);
canvas.getContext('2d').drawImage(image,0,0,canvas.width,canvas.height);
return await new Promise((done)=>canvas.toBlob((blob)=>done(blob||file),'image/jpeg',.85))}catch{return file}};
const base64=(blob)=>new Promise((done,fail)=>{const reader=new FileReader();reader.onload=()=>done(String(reader.result).split(',')[1]||'');reader.onerror=fail;reader.readAsDataURL(blob)});
document.addEventListener('click',(event)=>{const button=event.target.closest('button[data-do]');if(!button)return;
const card=button.closest('article'),snagId=card.dataset.snag,action=button.dataset.do;
attempt(button,async()=>{if(action==='PHOTOS'){const {photos}=await post({do:'photos',snagId});const place=card.querySelector('.photos');place.replaceChildren(...photos.map(({side,url})=>{
const figure=document.createElement('figure'),link=document.createElement('a'),image=document.createElement('img'),text=document.createElement('figcaption');
image.src=url;image.loading='lazy';link.href=url;link.target='_blank';link.rel='noopener';text.textContent=side==='BEFORE'?button.dataset.before:button.dataset.after;image.alt=text.textContent;link.append(image);figure.append(link,text);return figure}));return}
const note=card.querySelector('textarea'),key=snagId+action+(note?note.value:'');if(!ids.has(key))ids.set(key,newId());
await post({do:'move',requestId:ids.get(key),snagId,action,note:note?note.value:''});say(main.dataset.sent);setTimeout(()=>location.reload(),600)})});
document.addEventListener('change',(event)=>{const input=event.target;if(input.type!=='file'||!input.files.length)return;
const snagId=input.closest('article').dataset.snag,file=input.files[0];
attempt(input,async()=>{const data=await base64(await smaller(file));await post({do:'photo',snagId,side:main.dataset.side,name:file.name||'photo',data});say(main.dataset.sent);setTimeout(()=>location.reload(),600)});input.value=''});
})();
`;
