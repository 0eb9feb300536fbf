apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
<#list resources>
resources:
<#items as resource>
- ${resource}
</#items>
<#else>
resources: []
</#list>
