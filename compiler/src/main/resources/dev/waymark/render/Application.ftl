apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: ${object.name}
  namespace: ${object.namespace}
  annotations:
    argocd.argoproj.io/sync-wave: ${wave}
spec:
  project: ${project}
  source:
    repoURL: ${source.repoUrl}
    targetRevision: ${source.targetRevision}
    path: ${source.path}
  destination:
<#if destination.server??>
    server: ${destination.server}
<#else>
    name: ${destination.name}
</#if>
  syncPolicy:
<#if automated??>
    automated:
      prune: <#if automated.prune>true<#else>false</#if>
      selfHeal: <#if automated.selfHeal>true<#else>false</#if>
</#if>
    syncOptions:
<#list syncOptions as option>
    - ${option}
</#list>
