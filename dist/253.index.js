"use strict";
exports.id = 253;
exports.ids = [253];
exports.modules = {

/***/ 3253:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   githubWorld: () => (/* binding */ githubWorld)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _version__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1733);
/* harmony import */ var _api__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9382);
/* harmony import */ var _send__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8587);




/** GitHub as the environment of a job names it. */
function githubWorld(token, env, patienceSeconds, signal) {
    const sleep = (seconds) => (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(seconds * 1000, undefined, { ...(signal && { signal }) });
    const url = env.GITHUB_API_URL || 'https://api.github.com';
    const send = (0,_send__WEBPACK_IMPORTED_MODULE_3__/* .httpSend */ .v)(`edge-phase1/${(0,_version__WEBPACK_IMPORTED_MODULE_1__/* .version */ .r)()}`);
    return { api: (0,_api__WEBPACK_IMPORTED_MODULE_2__/* .githubApi */ .Mc)({ token, url, patienceSeconds }, { send, now: Date.now, sleep }), sleep };
}


/***/ })

};
;