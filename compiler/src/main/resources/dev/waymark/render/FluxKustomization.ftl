apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata:
  name: ${object.name}
  namespace: ${object.namespace}
spec:
<#list dependsOn>
  dependsOn:
<#items as other>
  - name: ${other}
</#items>
</#list>
  interval: ${timing.interval}
  timeout: ${timing.timeout}
  sourceRef:
    kind: ${source.kind}
    name: ${source.name}
<#if source.namespace??>
    namespace: ${source.namespace}
</#if>
  path: ${path}
<#switch roleName>
<#case "GATE">
  prune: true
  wait: true
  healthCheckExprs:
<#list healthChecks as check>
  - apiVersion: ${check.apiVersion}
    kind: ${check.kind}
    failed: ${check.failed}
    current: ${check.current}
</#list>
<#break>
<#case "OWN">
  prune: true
<#break>
<#case "LEND">
  prune: false
  deletionPolicy: Orphan
<#break>
</#switch>
