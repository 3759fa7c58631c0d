'use strict';
allure.api.addTranslation('en', {tab: {clauses: {name: 'Clauses'}}});
allure.api.addTab('clauses', {
  title: 'tab.clauses.name',
  icon: 'fa fa-list',
  route: 'clauses(/)(:testGroup)(/)(:testResult)(/)(:testResultTab)(/)',
  onEnter: (testGroup, testResult, testResultTab) => new allure.components.TreeLayout({
    testGroup, testResult, testResultTab,
    tabName: 'tab.clauses.name',
    baseUrl: 'clauses',
    url: 'data/clauses.json',
  }),
});
